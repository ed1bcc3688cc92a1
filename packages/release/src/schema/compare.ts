import { type Change, isObject, isSame, type Json, objectIn, textsIn } from './change';
import { keywordChanges } from './keywords';
import { roleChanges } from './roles';

/**
 * What has changed between two resource schemas, judged for those who use the type: consumers take minor and patch
 * versions without being asked, so everything that can break a stack of theirs is major.
 */
export function compareSchemas(before: Json, now: Json): Change[] {
  const top = ['description', 'sourceUrl', 'documentationUrl', '$schema'].filter(
    (name) => !isSame(before[name], now[name]),
  );
  return [
    ...(isSame(before.typeName, now.typeName)
      ? []
      : [major('/typeName', `${before.typeName} is ${now.typeName} now: another type`)]),
    ...top.map((name) => ({ severity: 'patch', at: `/${name}`, says: 'other words' }) as const),
    ...objectChanges('', before, now),
    ...definitionChanges(before, now),
    ...roleChanges(before, now),
  ];
}

const major = (at: string, says: string): Change => ({ severity: 'major', at, says });
const minor = (at: string, says: string): Change => ({ severity: 'minor', at, says });

function definitionChanges(before: Json, now: Json): Change[] {
  const [old, fresh] = [objectIn(before, 'definitions'), objectIn(now, 'definitions')];
  // What is new or gone shows where it is referred to.
  return Object.keys(old)
    .filter((name) => name in fresh)
    .flatMap((name) => placeChanges(`/definitions/${name}`, old[name], fresh[name]));
}

/** Properties, and which of them are required. */
function objectChanges(at: string, before: Json, now: Json): Change[] {
  const [old, fresh] = [objectIn(before, 'properties'), objectIn(now, 'properties')];
  const [neededBefore, needed] = [textsIn(before, 'required'), textsIn(now, 'required')];
  return [
    ...Object.keys(old)
      .filter((name) => !(name in fresh))
      .map((name) => major(`${at}/properties/${name}`, 'is gone: templates with it, and GetAtt of it, fail')),
    ...Object.keys(fresh)
      .filter((name) => !(name in old))
      .map((name) => minor(`${at}/properties/${name}`, 'is new')),
    ...Object.keys(old)
      .filter((name) => name in fresh)
      .flatMap((name) => placeChanges(`${at}/properties/${name}`, old[name], fresh[name])),
    ...needed
      .filter((name) => !neededBefore.includes(name))
      .map((name) => major(`${at}/required`, `${name} is required now: templates without it fail`)),
    ...neededBefore
      .filter((name) => !needed.includes(name))
      .map((name) => minor(`${at}/required`, `${name} may be left out now`)),
  ];
}

function placeChanges(at: string, before: unknown, now: unknown): Change[] {
  if (!isObject(before) || !isObject(now))
    return isSame(before, now) ? [] : [major(at, 'is of another form now')];
  const hasItems = before.items !== undefined || now.items !== undefined;
  return [
    ...keywordChanges(at, before, now),
    ...objectChanges(at, before, now),
    ...(hasItems ? placeChanges(`${at}/items`, before.items, now.items) : []),
  ];
}
