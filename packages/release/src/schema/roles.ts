import { type Change, isObject, isSame, type Json, objectIn, type Severity, textsIn } from './change';

/** What a property is besides its value, and what it means when it becomes that, or ceases to be it. */
const roles: Readonly<Record<string, readonly [becomes: Severity, ceases: Severity, says: string]>> = {
  createOnlyProperties: ['major', 'minor', 'a change of it replaces the resource'],
  conditionalCreateOnlyProperties: ['major', 'minor', 'a change of it may replace the resource'],
  readOnlyProperties: ['major', 'major', 'templates cannot set it, GetAtt reads it'],
  writeOnlyProperties: ['major', 'minor', 'it is never read back'],
  nonPublicProperties: ['major', 'minor', 'it is not shown'],
  deprecatedProperties: ['minor', 'patch', 'it is deprecated'],
};

/** Changes of what lies beside the properties: their roles, identifiers, handlers, tags, type configuration. */
export function roleChanges(before: Json, now: Json): Change[] {
  return [
    ...Object.keys(roles).flatMap((role) => changesOf(role, before, now)),
    ...identifierChanges(before, now),
    ...handlerChanges(objectIn(before, 'handlers'), objectIn(now, 'handlers')),
    ...restChanges(before, now),
  ];
}

function changesOf(role: string, before: Json, now: Json): Change[] {
  const [becomes, ceases, says] = roles[role]!;
  const [old, fresh] = [textsIn(before, role), textsIn(now, role)];
  // A property that came or went is told by itself.
  const isOld = (pointer: string): boolean => isProperty(before, pointer);
  const isStill = (pointer: string): boolean => isProperty(now, pointer);
  return [
    ...fresh
      .filter((pointer) => !old.includes(pointer) && isOld(pointer))
      .map((pointer) => ({ severity: becomes, at: pointer, says: `now: ${says}` })),
    ...old
      .filter((pointer) => !fresh.includes(pointer) && isStill(pointer))
      .map((pointer) => ({ severity: ceases, at: pointer, says: `no longer: ${says}` })),
  ];
}

const isProperty = (schema: Json, pointer: string): boolean =>
  (pointer.split('/')[2] ?? '') in objectIn(schema, 'properties');

function identifierChanges(before: Json, now: Json): Change[] {
  const says = 'resources that exist are not found by it';
  return ['primaryIdentifier', 'additionalIdentifiers']
    .filter((name) => !isSame(before[name], now[name]))
    .map((name) => ({ severity: name === 'primaryIdentifier' ? 'major' : 'minor', at: `/${name}`, says }));
}

function handlerChanges(before: Json, now: Json): Change[] {
  const gone = Object.keys(before).filter((name) => !(name in now));
  const fresh = Object.keys(now).filter((name) => !(name in before));
  const both = Object.keys(before).filter((name) => name in now);
  return [
    ...gone.map((name) => ({ severity: 'major', at: `/handlers/${name}`, says: 'is gone' }) as const),
    ...fresh.map((name) => ({ severity: 'minor', at: `/handlers/${name}`, says: 'is new' }) as const),
    ...both.flatMap((name) => permissionChanges(name, objectIn(before, name), objectIn(now, name))),
  ];
}

/** Consumers' roles are made from the permissions: one more, and the role of every consumer has to be renewed. */
function permissionChanges(name: string, before: Json, now: Json): Change[] {
  if (isSame(before, now)) return [];
  const known = textsIn(before, 'permissions');
  const more = textsIn(now, 'permissions').filter((action) => !known.includes(action));
  const says =
    more.length > 0 ? `needs ${more.join(', ')} too` : 'has other settings, and no more permissions';
  return [{ severity: more.length > 0 ? 'minor' : 'patch', at: `/handlers/${name}`, says }];
}

function restChanges(before: Json, now: Json): Change[] {
  const names = [
    'tagging',
    'replacementStrategy',
    'propertyTransform',
    'typeConfiguration',
    'additionalProperties',
  ];
  return names
    .filter((name) => !isSame(before[name], now[name]))
    .map((name) => ({
      severity: name === 'typeConfiguration' && needsMore(before[name], now[name]) ? 'major' : 'minor',
      at: `/${name}`,
      says: 'has changed',
    }));
}

const needsMore = (before: unknown, now: unknown): boolean => {
  const known = isObject(before) ? textsIn(before, 'required') : [];
  return isObject(now) && textsIn(now, 'required').some((name) => !known.includes(name));
};
