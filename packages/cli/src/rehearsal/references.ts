import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment, Rehearsal, Setting, StackRequest } from './rehearsal';
import { inside, type Place, refuse } from './shape';

/** Whether every account, file, stack, name and side that the folder speaks of is there. */
export function checkReferences(rehearsal: Rehearsal, file: string): void {
  const top: Place = { file, path: '' };
  const { deploy } = rehearsal;
  checkSetting(rehearsal, file, deploy);
  if (deploy.length === 0) refuse(inside(top, 'deploy'), 'is empty; there is nothing to rehearse');
  checkTraffic(rehearsal, top);
}

/** The part of it that every folder has. */
export function checkSetting(setting: Setting, file: string, deploy: readonly Deployment[] = []): void {
  for (const [key, items] of Object.entries({ ...prefixed(setting.before), deploy }))
    for (const [i, item] of items.entries()) checkItem(setting, item, { file, path: `${key}[${i}]` });
  checkStacks(setting, deploy, file);
}

type Item = {
  readonly account: string;
  readonly file?: string;
  readonly code?: string;
  readonly template?: string;
  readonly objects?: Readonly<Record<string, string>>;
};

const prefixed = (before: Rehearsal['before']): Record<string, readonly Item[]> =>
  Object.fromEntries(Object.entries(before).map(([key, items]) => [`before.${key}`, items]));

function checkItem(setting: Setting, item: Item, place: Place): void {
  const accounts = Object.keys(setting.accounts);
  if (!accounts.includes(item.account))
    refuse(inside(place, 'account'), `names "${item.account}", but accounts has ${accounts.join(', ')}`);
  for (const key of ['file', 'code', 'template'] as const) {
    const path = item[key];
    if (path !== undefined && !existsSync(join(setting.folder, path)))
      refuse(inside(place, key), `names ${path}, which is not in ${setting.folder}`);
  }
  for (const [key, path] of Object.entries(item.objects ?? {}))
    if (!existsSync(join(setting.folder, path)))
      refuse(inside(inside(place, 'objects'), key), `names ${path}, which is not in ${setting.folder}`);
}

function checkStacks({ before }: Setting, deploy: readonly Deployment[], file: string): void {
  const known = new Set<string>();
  const check = (request: StackRequest & { update?: boolean }, place: Place): void => {
    const key = `${request.account}/${request.stack}`;
    if (request.update && !known.has(key))
      refuse(
        place,
        `updates the stack ${request.stack}, which nothing before it creates in ${request.account}`,
      );
    if (!request.update && known.has(key))
      refuse(place, `creates the stack ${request.stack} again; say update: true to change it`);
    checkOutputs(request, known, place);
    known.add(key);
  };
  for (const [i, each] of before.stacks.entries()) check(each, { file, path: `before.stacks[${i}]` });
  for (const [i, each] of deploy.entries()) check(each, { file, path: `deploy[${i}]` });
}

function checkOutputs(request: StackRequest, known: ReadonlySet<string>, place: Place): void {
  for (const [name, value] of Object.entries(request.parameters))
    if (typeof value !== 'string' && !known.has(`${value.account}/${value.stack}`))
      refuse(
        inside(inside(place, 'parameters'), name),
        `wants an output of the stack ${value.stack} in ${value.account}, which nothing before it creates`,
      );
}

function checkTraffic(rehearsal: Rehearsal, top: Place): void {
  const { traffic, expect } = rehearsal;
  const sides = Object.keys(traffic.expect.sides);
  if (traffic.names.length === 0)
    refuse(inside(inside(top, 'traffic'), 'names'), 'is empty; name at least one host');
  if (sides.length < 2)
    refuse(
      { file: top.file, path: 'traffic.expect.sides' },
      'needs two sides, or nobody can tell who answers',
    );
  for (const [name, side] of Object.entries(expect.finalSide)) {
    const place = { file: top.file, path: `expect.finalSide.${name}` };
    if (!traffic.names.includes(name))
      refuse(place, `is no name of the traffic (${traffic.names.join(', ')})`);
    if (!sides.includes(side))
      refuse(place, `names the side "${side}", but traffic.expect.sides has ${sides.join(', ')}`);
  }
}
