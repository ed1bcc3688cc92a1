import { validationError } from './stacks';

/** All of CloudFormation's lists that are served here give a hundred at a time. */
const pageSize = 100;

/** The page after a token, which is the key of the last item of the page before. */
export function pageAfter<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  token: string | undefined,
): { readonly page: readonly T[]; readonly NextToken?: string } {
  const last = token === undefined ? -1 : items.findIndex((item) => tokenOf(keyOf(item)) === token);
  if (token !== undefined && last === -1) throw validationError(`Invalid NextToken: ${token}`);
  const page = items.slice(last + 1, last + 1 + pageSize);
  const end = page.at(-1);
  const isMore = end !== undefined && last + 1 + page.length < items.length;
  return { page, ...(isMore && { NextToken: tokenOf(keyOf(end)) }) };
}

const tokenOf = (key: string): string => Buffer.from(key).toString('base64url');
