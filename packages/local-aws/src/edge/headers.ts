/** Header names are in lower case, as node hands them over. */
export type Headers = Record<string, string | string[] | undefined>;

/** One header that a policy sets; without `override` the origin's own value wins. */
export interface PolicyHeader {
  readonly name: string;
  readonly value: string;
  readonly override: boolean;
}

/** Headers about one connection, which never go through (RFC 9110, section 7.6.1). */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** A copy of the headers that may pass from one connection to the next. */
export function endToEnd(headers: Headers): Headers {
  const passed = { ...headers };
  for (const name of hopByHop) if (name in passed) delete passed[name];
  return passed;
}
