import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { UserError } from '../user-error';
import { knobs } from './knobs';
import { checkReferences } from './references';
import type {
  Before,
  Deployment,
  EndpointRules,
  OriginRule,
  OriginRules,
  ParameterValue,
  PastedDistribution,
  PastedFile,
  PastedFunction,
  PastedZone,
  Rehearsal,
  SeededBucket,
  SideMark,
  StackOutput,
  StackRequest,
  TrafficRequest,
} from './rehearsal';
import {
  flag,
  listOf,
  mapOf,
  maybe,
  numberFrom,
  oneOrMore,
  optional,
  type Reader,
  record,
  required,
  scalarAsText,
  text,
  textLike,
} from './shape';

export const accountId = textLike(/^\d{12}$/, 'an account number of 12 digits in quotes');
const hostName = textLike(/^([a-z0-9_-]+\.)+[a-z0-9-]+$/, 'a host name in lower case, without a last dot');

const pasted = { account: required(text), file: required(text) };

const pastedFiles = optional(listOf(record<PastedFile>(pasted)), () => []);

const parameter: Reader<ParameterValue> = (value, place) =>
  typeof value === 'object'
    ? record<StackOutput>({ account: required(text), stack: required(text), output: required(text) })(
        value,
        place,
      )
    : scalarAsText(value, place);

const stackFields = {
  account: required(text),
  stack: required(textLike(/^[A-Za-z][A-Za-z0-9-]{0,127}$/, 'a stack name (letters, digits, hyphens)')),
  template: required(text),
  parameters: optional(mapOf(parameter), () => ({})),
};

export const before: Reader<Before> = record<Before>({
  cachePolicies: pastedFiles,
  originRequestPolicies: pastedFiles,
  responseHeadersPolicies: pastedFiles,
  originAccessControls: pastedFiles,
  originAccessIdentities: pastedFiles,
  publicKeys: pastedFiles,
  keyGroups: pastedFiles,
  keyValueStores: pastedFiles,
  functions: optional(listOf(record<PastedFunction>({ ...pasted, code: required(text) })), () => []),
  distributions: optional(
    listOf(
      record<PastedDistribution>({
        ...pasted,
        id: required(textLike(/^E[A-Z0-9]{6,20}$/, 'a distribution id such as E1A2B3C4D5E6F7')),
        domainName: maybe(
          textLike(/^d[a-z0-9]+\.cloudfront\.net$/, 'a domain name such as d111111abcdef8.cloudfront.net'),
        ),
        tags: optional(mapOf(scalarAsText), () => ({})),
      }),
    ),
    () => [],
  ),
  hostedZones: optional(
    listOf(
      record<PastedZone>({
        ...pasted,
        id: required(textLike(/^Z[A-Z0-9]{3,31}$/, 'a hosted zone id such as Z0123456789ABC')),
        name: required(hostName),
      }),
    ),
    () => [],
  ),
  certificates: pastedFiles,
  buckets: optional(
    listOf(
      record<SeededBucket>({
        account: required(text),
        name: required(textLike(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'a bucket name')),
        region: optional(text, () => 'us-east-1'),
        versioned: optional(flag, () => true),
        objects: optional(mapOf(text), () => ({})),
      }),
    ),
    () => [],
  ),
  stacks: optional(listOf(record<StackRequest>(stackFields)), () => []),
});

/** An account in which nothing was made yet. */
export const nothingBefore = (): Before => before({}, { file: '', path: '' });

const rules = optional(
  listOf(
    record<OriginRule>({
      host: maybe(oneOrMore(text)),
      distribution: maybe(text),
      path: maybe(text),
      status: maybe(numberFrom(100)),
      headers: maybe(mapOf(scalarAsText)),
      body: maybe(text),
    }),
  ),
  () => [],
);

export const origin: Reader<OriginRules> = record<OriginRules>({ rules });

const endpoint: Reader<EndpointRules> = record<EndpointRules>({ names: required(listOf(hostName)), rules });

const deployment: Reader<Deployment> = record<Deployment>({
  at: required(numberFrom(0)),
  ...stackFields,
  update: optional(flag, () => false),
  refused: optional(flag, () => false),
});

const traffic: Reader<TrafficRequest> = record<TrafficRequest>({
  names: required(listOf(hostName)),
  path: optional(textLike(/^\//, 'a path that begins with /'), () => '/'),
  expect: required(
    record<TrafficRequest['expect']>({
      status: optional(numberFrom(100), () => 200),
      sides: required(mapOf(record<SideMark>({ header: required(text), value: required(text) }))),
    }),
  ),
  requestsPerSecond: optional(numberFrom(0.1), () => 0.5),
  // Below ten a second, a hole of 100 ms at one point of presence may stay unseen.
  requestsPerSecondNearChange: optional(numberFrom(10), () => 10),
  tailSeconds: optional(numberFrom(0), () => 60),
});

const rehearsal: Reader<Omit<Rehearsal, 'folder'>> = record<Omit<Rehearsal, 'folder'>>({
  description: required(text),
  accounts: required(mapOf(accountId)),
  before: optional(before, nothingBefore),
  origins: optional(mapOf(origin), () => ({})),
  endpoints: optional(mapOf(endpoint), () => ({})),
  knobs: optional(knobs, () => ({})),
  deploy: required(listOf(deployment)),
  traffic: required(traffic),
  expect: optional(record<Rehearsal['expect']>({ finalSide: optional(mapOf(text), () => ({})) }), () => ({
    finalSide: {},
  })),
});

/**
 * Reads `FOLDER/rehearsal.yml` strictly: a key that nobody would read, a name that nothing bears and a file that
 * is not there are refused before anything is started.
 */
export function readFolder(folder: string): Rehearsal {
  const file = join(folder, 'rehearsal.yml');
  if (!existsSync(folder)) throw new UserError(`${folder}: there is no such folder`);
  if (!existsSync(file)) throw new UserError(`${folder}: there is no rehearsal.yml in this folder`);
  const read = { folder, ...rehearsal(parseYaml(file), { file, path: '' }) };
  checkReferences(read, file);
  return read;
}

export function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const line = error.linePos?.[0].line ?? 1;
    throw new UserError(
      `${file}:${line}: not YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+.*$/, '')}`,
    );
  }
}
