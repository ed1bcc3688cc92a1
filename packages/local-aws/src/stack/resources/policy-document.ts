import type { PolicyDocument, Statement } from '../../world/world';
import type { Path, Problem } from '../template-error';
import { describe, isMembers, Later, type Members, type Value } from '../value';
import { oneOf, record, required, type Shape, text } from './shape';

/** Conditions that the local STS weighs; any other would be passed over, so it is refused. */
const trustOperators = ['StringEquals', 'StringLike', 'ArnEquals', 'ArnLike'];
const trustKeys = [
  'sts:externalid',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:sourceaccount',
  'aws:sourcearn',
];

const oneOrMore: Shape = {
  problems: (value, at) => {
    const items = Array.isArray(value) ? value : [value];
    return items.flatMap((item) => text.problems(item, at));
  },
  toApi: (value) => value,
};

const principal: Shape = {
  problems: (value, at) => {
    if (value === '*' || value instanceof Later) return [];
    if (!isMembers(value)) return [{ at, text: `must be '*' or an object, not ${describe(value)}` }];
    return record(
      { AWS: oneOrMore, Service: oneOrMore },
      { unsupported: ['CanonicalUser', 'Federated'] },
    ).problems(value, at);
  },
  toApi: (value) => value,
};

const condition: Shape = {
  problems: (value, at) => {
    if (!isMembers(value)) return [{ at, text: `must be an object, not ${describe(value)}` }];
    return Object.entries(value).flatMap(([operator, tests]) =>
      conditionProblems(operator, tests, [...at, operator]),
    );
  },
  toApi: (value) => value,
};

function conditionProblems(operator: string, tests: Value, at: Path): Problem[] {
  if (!trustOperators.includes(operator))
    return [
      { at, text: `the local AWS does not evaluate ${operator}; it knows ${trustOperators.join(', ')}` },
    ];
  if (!isMembers(tests)) return [{ at, text: `must be an object, not ${describe(tests)}` }];
  return Object.keys(tests)
    .filter((key) => !trustKeys.includes(key.toLowerCase()))
    .map((key) => ({
      at,
      text: `the local AWS does not evaluate the key ${key}; it knows ${trustKeys.join(', ')}`,
    }));
}

const common = { Sid: text, Effect: required(oneOf('Allow', 'Deny')), Action: required(oneOrMore) };
const trustStatement = record(
  { ...common, Principal: required(principal), Condition: condition },
  { unsupported: ['NotAction', 'NotPrincipal', 'Resource', 'NotResource'] },
);
const permissionStatement = record(
  { ...common, Resource: required(oneOrMore) },
  { unsupported: ['Condition', 'NotAction', 'NotResource', 'Principal', 'NotPrincipal'] },
);

/** A policy document of statements like `statement`; a single statement may stand without its list. */
const document = (statement: Shape): Shape => ({
  problems: (value, at) =>
    record({
      Version: oneOf('2012-10-17', '2008-10-17'),
      Id: text,
      Statement: required(oneOrMoreOf(statement)),
    }).problems(value, at),
  toApi: (value): PolicyDocument => {
    const { Version, Statement } = value as Members;
    return {
      ...(Version === undefined ? {} : { Version: String(Version) }),
      Statement: [Statement as unknown as Statement | Statement[]].flat(),
    };
  },
});

const oneOrMoreOf = (statement: Shape): Shape => ({
  problems: (value, at) =>
    Array.isArray(value)
      ? value.flatMap((each, index) => statement.problems(each, [...at, index]))
      : statement.problems(value, at),
  toApi: (value) => value,
});

export const trustDocument = document(trustStatement);
export const permissionDocument = document(permissionStatement);
