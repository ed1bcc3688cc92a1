import type { Request } from '@cutover/redirect-rules';

/** What the address of the page asks for; all of it as it was typed. */
export interface Wishes {
  /** To try. */
  readonly url: string;
  readonly country: string;
  readonly at: string;
  /** In the list of rules. */
  readonly find: string;
  readonly from: number;
}

export const wishesIn = (parameters: URLSearchParams): Wishes => ({
  url: parameters.get('url')?.trim() ?? '',
  country: parameters.get('country')?.trim() ?? '',
  at: parameters.get('at')?.trim() ?? '',
  find: parameters.get('find')?.trim() ?? '',
  from: Math.max(0, Number.parseInt(parameters.get('from') ?? '0', 10) || 0),
});

/** The page with these wishes; empty ones are left out. */
export function linkTo(wishes: Partial<Wishes>): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(wishes))
    if (value !== '' && value !== 0) said.set(name, String(value));
  return `/?${said}`;
}

/** The request to try, or what is wrong with the words. The path goes as it was typed: nothing is normalized. */
export function requestIn({ url, country, at }: Wishes, now: number): Request | string {
  const [, host, path = ''] = /^(?:https?:\/\/|(?!https?:\/))([^/?#\s]+)([^#\s]*)(?:#.*)?$/i.exec(url) ?? [];
  if (host === undefined) return 'Write a URL without spaces, such as https://a.example.com/path?query.';
  const time = at === '' ? now : Date.parse(at);
  if (Number.isNaN(time)) return 'Write the time as 2027-01-01 or 2027-01-01T09:00:00Z.';
  if (!/^([a-z]{2})?$/i.test(country)) return 'Write the country as two letters (ISO 3166-1), such as DE.';
  return {
    host: host.toLowerCase().replace(/:\d*$/, ''),
    uri: path.startsWith('/') ? path : `/${path}`,
    headers: country === '' ? {} : { 'cloudfront-viewer-country': country.toUpperCase() },
    now: time,
  };
}
