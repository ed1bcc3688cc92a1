import { readText } from './codecs';
import { isFlat, membersOf, type Shape, wireNameOf } from './schemas';

/** A form of dotted keys as a tree: `Tags.member.1.Key=a` is Tags → member → 1 → Key → "a". */
interface Branch {
  text?: string;
  readonly branches: Map<string, Branch>;
}

/** Reads a Query request's form by walking the shape: lists are `.member.N`, maps `.entry.N.key` and `.value`. */
export function readForm(shape: Shape, form: URLSearchParams): Record<string, unknown> {
  return readStructure(shape, treeOf(form));
}

function treeOf(form: URLSearchParams): Branch {
  const root: Branch = { branches: new Map() };
  for (const [key, text] of form) {
    let branch = root;
    for (const part of key.split('.')) branch = child(branch, part);
    branch.text = text;
  }
  return root;
}

function child(branch: Branch, part: string): Branch {
  const known = branch.branches.get(part);
  if (known) return known;
  const fresh: Branch = { branches: new Map() };
  branch.branches.set(part, fresh);
  return fresh;
}

function readStructure(shape: Shape, branch: Branch): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, member] of membersOf(shape)) {
    const below = branch.branches.get(wireNameOf(member, name));
    if (below) value[name] = readBranch(member, below);
  }
  return value;
}

function readBranch(shape: Shape, branch: Branch): unknown {
  if (shape.isStructSchema()) return readStructure(shape, branch);
  if (shape.isListSchema()) return readList(shape, branch);
  if (shape.isMapSchema()) return readMap(shape, branch);
  return readText(shape, branch.text ?? '');
}

/** `Names=` is how an empty list is sent: no items below it. */
function readList(shape: Shape, branch: Branch): unknown[] {
  const item = shape.getValueSchema();
  const items = isFlat(shape) ? branch : branch.branches.get(wireNameOf(item, 'member'));
  return numbered(items).map((below) => readBranch(item, below));
}

function readMap(shape: Shape, branch: Branch): Record<string, unknown> {
  const [key, value] = [shape.getKeySchema(), shape.getValueSchema()];
  const entries = isFlat(shape) ? branch : branch.branches.get('entry');
  return Object.fromEntries(
    numbered(entries).flatMap(({ branches }) => {
      const name = branches.get(wireNameOf(key, 'key'))?.text;
      const below = branches.get(wireNameOf(value, 'value'));
      return name !== undefined && below ? [[name, readBranch(value, below)]] : [];
    }),
  );
}

/** By number, not by order of arrival: clients may send `.10` before `.2`. */
const numbered = (branch: Branch | undefined): Branch[] =>
  [...(branch?.branches ?? [])]
    .filter(([part]) => /^\d+$/.test(part))
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([, below]) => below);
