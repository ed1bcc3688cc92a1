import type { Path } from '../template-error';
import type { Plain } from './document';
import type { Expression, Refuse } from './expression';
import { keysOnly } from './keys';
import { readExpression } from './read-expression';

/** An entry of the Outputs section. */
export interface OutputDefinition {
  readonly value: Expression;
  readonly description?: string;
  /** The condition under which there is such an output. */
  readonly condition?: string;
  /** The name under which other stacks may import it. */
  readonly exportName?: Expression;
}

const outputKeys = { supported: ['Value', 'Description', 'Export', 'Condition'], unsupported: [] };
const exportKeys = { supported: ['Name'], unsupported: [] };

export function readOutput(plain: Plain, at: Path, refuse: Refuse): OutputDefinition {
  const entry = keysOnly(plain, outputKeys, 'an output', at, refuse);
  if (entry.Value === undefined) return refuse({ at, text: 'Value is missing' });
  if (entry.Condition !== undefined && typeof entry.Condition !== 'string')
    refuse({ at: [...at, 'Condition'], text: 'takes the name of a condition' });
  return {
    value: readExpression(entry.Value, [...at, 'Value'], refuse),
    ...(typeof entry.Description === 'string' && { description: entry.Description }),
    ...(entry.Condition !== undefined && { condition: entry.Condition as string }),
    ...(entry.Export !== undefined && { exportName: readExport(entry.Export, [...at, 'Export'], refuse) }),
  };
}

function readExport(plain: Plain, at: Path, refuse: Refuse): Expression {
  const { Name } = keysOnly(plain, exportKeys, 'Export', at, refuse);
  return Name === undefined
    ? refuse({ at, text: 'Name is missing' })
    : readExpression(Name, [...at, 'Name'], refuse);
}
