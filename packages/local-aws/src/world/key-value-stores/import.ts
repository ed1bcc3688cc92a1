import { bytesOf, itemProblem, storeLimits } from './limits';

/** What an import has in it, or why it cannot be read. */
export type Imported =
  | { readonly kind: 'items'; readonly items: ReadonlyMap<string, string> }
  | { readonly kind: 'failure'; readonly reason: string };

/**
 * Reads `{"data":[{"key":"…","value":"…"}]}`: UTF-8 without a byte order mark, every key once, the quotas of a store
 * ("File format for key-value pairs", Developer Guide).
 */
export function readImport(bytes: Uint8Array): Imported {
  const parsed = jsonIn(bytes);
  if (parsed instanceof Error) return failure(`The file is not JSON in UTF-8: ${parsed.message}`);
  const { data } = (parsed ?? {}) as { data?: unknown };
  if (!Array.isArray(data)) return failure('The file has no list "data".');
  const items = new Map<string, string>();
  let size = 0;
  for (const [index, pair] of data.entries()) {
    const { key, value } = (pair ?? {}) as { key?: unknown; value?: unknown };
    if (typeof key !== 'string' || typeof value !== 'string')
      return failure(`Item ${index} of "data" is not {"key": text, "value": text}.`);
    const problem = items.has(key) ? `the key ${key} is there twice` : itemProblem(key, value);
    if (problem) return failure(`Item ${index} of "data": ${problem}.`);
    items.set(key, value);
    size += bytesOf([key, value]);
  }
  if (size > storeLimits.storeBytes)
    return failure(`The items have ${size} bytes, at most ${storeLimits.storeBytes} are taken.`);
  return { kind: 'items', items };
}

const failure = (reason: string): Imported => ({ kind: 'failure', reason });

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return error;
    throw error;
  }
}
