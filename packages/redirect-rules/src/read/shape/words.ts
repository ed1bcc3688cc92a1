import type { ErrorObject } from 'ajv';
import { shown } from '../problem';
import { nearest, oneOf } from './nearest';

/** What a schema's complaint says to a person. */
export interface Words {
  /** The key that it is about, of the mapping that the complaint is about; absent: about the value itself. */
  readonly key?: string;
  readonly what: string;
  readonly instead: string;
}

/** Keys that other tools have, and what they are called here. */
const elsewhere: Readonly<Record<string, string>> = {
  from: 'Match',
  source: 'Match',
  src: 'Match',
  path: 'Match',
  pattern: 'Match',
  target: 'To',
  destination: 'To',
  dst: 'To',
  location: 'To',
  url: 'To',
  redirect: 'To',
  code: 'Status',
  statuscode: 'Status',
  host: 'Hosts',
  domain: 'Hosts',
  domains: 'Hosts',
  srcs: 'Hosts',
  redirects: 'Rules',
  refracts: 'Sites',
  expiry: 'Expires',
  ends: 'Expires',
  starts: 'NotBefore',
  given: 'Url',
};

/** What YAML 1.1 took for a boolean, and people still write. */
const booleans: Readonly<Record<string, boolean>> = {
  yes: true,
  on: true,
  y: true,
  no: false,
  off: false,
  n: false,
};

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'a mapping',
  string: 'a text',
};

type Say = (error: ErrorObject, name: string) => Words;

const sayings: Readonly<Record<string, Say>> = {
  additionalProperties: unknownKey,
  enum: ({ data, params }, name) => {
    const values = params.allowedValues as unknown[];
    const near = typeof data === 'string' ? nearest(data, values.map(String)) : undefined;
    const hint = near === undefined ? oneOf(values) : `${near}; the values are ${oneOf(values)}`;
    return { what: `${shown(data)} is no value of ${name}.`, instead: `Write ${hint}.` };
  },
  maxLength: ({ params }, name) => ({
    what: `${name} is longer than ${params.limit} characters.`,
    instead: 'Shorten it.',
  }),
  maxItems: ({ params }, name) => ({
    what: `${name} has more than ${params.limit} items.`,
    instead: 'Leave some out.',
  }),
  maxProperties: ({ params }, name) => ({
    what: `${name} has more than ${params.limit} keys.`,
    instead: 'Leave some out.',
  }),
  maximum: outOfRange,
  minItems: (_, name) => ({
    what: `${name} is an empty list.`,
    instead: 'Put something in, or remove the key.',
  }),
  minLength: (_, name) => ({
    what: `${name} is an empty text.`,
    instead: 'Write something, or remove the key.',
  }),
  minProperties: (_, name) => ({
    what: `${name} is empty.`,
    instead: 'Put something in, or remove the key.',
  }),
  minimum: outOfRange,
  not: (_, name) => ({
    what: `${name} cannot be true.`,
    instead: name === 'Hsts' ? 'Write {MaxAge: 31536000}, or false.' : 'Write its value, or false.',
  }),
  required: ({ params }, name) => ({
    what: `${name} has no ${params.missingProperty}.`,
    instead: `Add ${params.missingProperty}${examples[params.missingProperty as string] ?? ''}.`,
  }),
  type: wrongType,
};

const examples: Readonly<Record<string, string>> = {
  Expect: ', such as Expect: https://www.example.com/ or Expect: 404',
  Hosts: ', such as Hosts: [www.example.com]',
  MaxAge: ', the seconds',
  Regex: ', or write the text alone',
  Sites: ', such as Sites: [{Hosts: [www.example.com], Rules: [{To: https://www.example.org/}]}]',
  Url: ', such as Url: /about',
};

/** @param name of the thing that is wrong: a key, or such as `a rule` */
export function words(error: ErrorObject, name: string): Words {
  const say = sayings[error.keyword];
  return say?.(error, name) ?? { what: `${name} is wrong: ${error.message}.`, instead: 'See the schema.' };
}

function unknownKey({ params, parentSchema }: ErrorObject, name: string): Words {
  const key = String(params.additionalProperty);
  const keys = Object.keys((parentSchema?.properties as object | undefined) ?? {}).filter(
    (each) => each[0] !== '$',
  );
  const known = elsewhere[key.toLowerCase()];
  const meant = nearest(key, keys) ?? (known !== undefined && keys.includes(known) ? known : undefined);
  return {
    key,
    what: `${shown(key)} is no key of ${name}.`,
    instead: meant === undefined ? `The keys are ${oneOf(keys)}.` : `Write ${meant}.`,
  };
}

function outOfRange({ data, params, parentSchema }: ErrorObject, name: string): Words {
  const limit = params.comparison === '>=' ? 'below' : 'above';
  return {
    what: `${shown(data)} is ${limit} what ${name} may be.`,
    instead: `Write a number from ${parentSchema?.minimum} to ${parentSchema?.maximum}.`,
  };
}

const beginning =
  'Begin with Sites: [{ Hosts: [a.example.com], Rules: [{ Match: /old, To: https://www.example.com/new }] }].';

function wrongType({ data, params, instancePath }: ErrorObject, name: string): Words {
  const types = [params.type].flat() as string[];
  const what = `${name} is ${oneOf(types.map((type) => typeNames[type]))}, not ${typeOf(data)}.`;
  if (name === 'the file' && instancePath === '')
    return { what: data === null ? 'the file is empty.' : what, instead: beginning };
  if (data === null) return { what, instead: 'Write its value, or remove the key.' };
  const isScalar = typeof data !== 'object';
  if (types.includes('boolean') && Object.hasOwn(booleans, String(data).toLowerCase()))
    return {
      what,
      instead: `Write ${booleans[String(data).toLowerCase()]}; YAML 1.2 knows no other words for it.`,
    };
  if (types.includes('array') && isScalar) return { what, instead: `Write [${shown(data)}].` };
  if (types.includes('string') && isScalar) return { what, instead: `Put it in quotes: '${shown(data)}'.` };
  if (types.includes('integer') && typeof data === 'string' && /^\d+$/.test(data))
    return { what, instead: `Write ${shown(data)} without quotes.` };
  return { what, instead: `Write ${oneOf(types.map((type) => typeNames[type]))}.` };
}

function typeOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'object'
    ? 'a mapping'
    : `${typeof value === 'string' ? 'the text' : 'the value'} ${shown(value)}`;
}
