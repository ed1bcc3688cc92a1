import type { Path } from '../template-error';
import type { Plain, PlainObject } from './document';
import type { Refuse } from './expression';

export interface Keys {
  readonly supported: readonly string[];
  /** Keys that CloudFormation has and this driver does not. */
  readonly unsupported: readonly string[];
}

/** The value as an object that has none but the supported keys; another is refused by name. */
export function keysOnly(
  plain: Plain | undefined,
  keys: Keys,
  what: string,
  at: Path,
  refuse: Refuse,
): PlainObject {
  if (typeof plain !== 'object' || Array.isArray(plain))
    return refuse({ at, text: `${what} must be an object` });
  for (const name of Object.keys(plain)) {
    if (keys.supported.includes(name)) continue;
    const text = keys.unsupported.includes(name)
      ? `${name} is not supported by the local stack driver; leave it out of the rehearsal`
      : `unknown key ${name}; ${what} has ${keys.supported.join(', ')}`;
    refuse({ at: [...at, name], text });
  }
  return plain;
}
