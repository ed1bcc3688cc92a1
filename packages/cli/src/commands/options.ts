import { InvalidArgumentError } from 'commander';
import type { Io } from '../io';
import { UserError } from '../user-error';

export function portOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new InvalidArgumentError('a port is a number from 0 to 65535.');
  return port;
}

/** A whole number above zero. */
export function wholeOption(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('it must be a whole number above 0.');
  return Number(text);
}

/** A number above zero. */
export function positiveOption(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('it must be a number above 0.');
  return value;
}

/** A moment, for runs that must be the same on another day: ISO 8601. */
export function instantOption(text: string): number {
  const instant = Date.parse(text);
  if (Number.isNaN(instant))
    throw new InvalidArgumentError('write an ISO 8601 time, for example 2026-01-01T00:00:00Z.');
  return instant;
}

/** A status of HTTP. */
export function statusOption(text: string): number {
  const status = Number(text);
  if (!/^\d{3}$/.test(text) || status < 200 || status > 599)
    throw new InvalidArgumentError('a status is a number from 200 to 599.');
  return status;
}

/** Reads one more `--account`. */
export function accountOption(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [, name, id] = /^([A-Za-z][\w-]*)=(\d{12})$/.exec(text) ?? [];
  if (!name || !id)
    throw new InvalidArgumentError('write NAME=NUMBER with twelve digits, for example source=111122223333.');
  if (others[name] !== undefined || Object.values(others).includes(id))
    throw new InvalidArgumentError(`${text} repeats an account that is there.`);
  return { ...others, [name]: id };
}

/** One more `NAME=VALUE`. */
export function pairOption(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write NAME=VALUE.');
  return { ...others, [text.slice(0, at)]: text.slice(at + 1) };
}

/** The region that was named, or the AWS CLI's. @throws UserError */
export function regionOf(region: string | undefined, env: Io['env']): string {
  const name = region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
  if (/^[a-z]{2}(-[a-z]+)+-\d$/.test(name)) return name;
  throw new UserError(`'${name}' is no region; write one such as us-east-1`);
}
