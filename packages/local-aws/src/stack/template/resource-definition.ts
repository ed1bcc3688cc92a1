import type { Path } from '../template-error';
import type { Plain } from './document';
import type { Expression, Refuse } from './expression';
import { keysOnly } from './keys';
import { readExpression } from './read-expression';

/** An entry of the Resources section. */
export interface ResourceDefinition {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Expression>>;
  readonly dependsOn: readonly string[];
  /** The condition under which there is such a resource. */
  readonly condition?: string;
  readonly deletionPolicy: DeletionPolicy;
  readonly updateReplacePolicy: UpdateReplacePolicy;
}

const deletionPolicies = ['Delete', 'Retain', 'RetainExceptOnCreate'] as const;
const updateReplacePolicies = ['Delete', 'Retain'] as const;
/** What becomes of the resource when it leaves the stack, or the stack goes. */
export type DeletionPolicy = (typeof deletionPolicies)[number];
/** What becomes of the old resource when a new one has taken its place. */
export type UpdateReplacePolicy = (typeof updateReplacePolicies)[number];

const resourceKeys = {
  supported: [
    'Type',
    'Properties',
    'DependsOn',
    'Condition',
    'DeletionPolicy',
    'UpdateReplacePolicy',
    // Of types that the driver does not have: nothing here is updated in batches.
    'UpdatePolicy',
    'Metadata',
  ],
  unsupported: ['CreationPolicy'],
};

export function readResource(logicalId: string, plain: Plain, at: Path, refuse: Refuse): ResourceDefinition {
  const entry = keysOnly(plain, resourceKeys, 'a resource', at, refuse);
  if (typeof entry.Type !== 'string') refuse({ at, text: 'Type is missing; write the resource type' });
  if (entry.Condition !== undefined && typeof entry.Condition !== 'string')
    refuse({ at: [...at, 'Condition'], text: 'takes the name of a condition' });
  return {
    logicalId,
    type: entry.Type as string,
    properties: readProperties(entry.Properties ?? {}, [...at, 'Properties'], refuse),
    dependsOn: readDependsOn(entry.DependsOn, [...at, 'DependsOn'], refuse),
    ...(entry.Condition !== undefined && { condition: entry.Condition as string }),
    deletionPolicy: readPolicy(deletionPolicies, entry.DeletionPolicy, [...at, 'DeletionPolicy'], refuse),
    updateReplacePolicy: readPolicy(
      updateReplacePolicies,
      entry.UpdateReplacePolicy,
      [...at, 'UpdateReplacePolicy'],
      refuse,
    ),
  };
}

function readProperties(plain: Plain, at: Path, refuse: Refuse): Record<string, Expression> {
  if (typeof plain !== 'object' || Array.isArray(plain)) return refuse({ at, text: 'must be an object' });
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, readExpression(value, [...at, name], refuse)]),
  );
}

function readDependsOn(plain: Plain | undefined, at: Path, refuse: Refuse): string[] {
  const names = plain === undefined ? [] : Array.isArray(plain) ? plain : [plain];
  if (!names.every((name) => typeof name === 'string')) refuse({ at, text: 'takes names of resources' });
  return names as string[];
}

/** Snapshot is for databases and volumes, which the driver does not have. */
function readPolicy<P extends string>(
  known: readonly [P, ...P[]],
  plain: Plain | undefined,
  at: Path,
  refuse: Refuse,
): P {
  if (plain === undefined) return known[0];
  return (
    known.find((policy) => policy === plain) ??
    refuse({
      at,
      text: `${JSON.stringify(plain)} is not supported by the local stack driver, which knows ${known.join(', ')}`,
    })
  );
}
