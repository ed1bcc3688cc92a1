/** Requests of fixtures/forms.nginx.conf that the rules answer otherwise than nginx, with the reason in the report. */
const changed: readonly (readonly [host: string, uri: RegExp, reason: string])[] = [
  [
    'order.test',
    /^\/DOCS\/v2\/a%20b\?c$/,
    'a return writes what it captures undecoded, blanks and line feeds too',
  ],
  ['rewrites.test', /^\/named\/a%20b\/c$/, 'a rewrite does so with named captures'],
  ['conditions.test', /^\/a%20b\?old=yes&c$/, 'a return does so with $uri'],
  ['tails.test', /^\/uri-args\/a%20b/, 'a return does so with $uri'],
  ['leaky.test', /GO=/, 'a parameter of nginx has a name in any case'],
  ['conditions.test', /OLD=/, 'a parameter of nginx has a name in any case'],
  ['languages.test', /LANG=/, 'a parameter of nginx has a name in any case'],
  ['rewrites.test', /^\/escaped\?a=1$/, 'nginx takes a question mark that it decodes for none of the target'],
  ['rewrites.test', /^\/own\//, 'nginx says http, and viewers of CloudFront come by https'],
];

export const changedOnPurpose = (host: string, uri: string): string | undefined =>
  changed.find(([name, pattern]) => name === host && pattern.test(uri))?.[2];

const names = [
  'strict-transport-security',
  'cache-control',
  'x-level',
  'x-outer',
  'x-inner',
  'retry-after',
  'x-redirected',
];

/** The headers that the configuration adds, without those that every nginx sends. */
export const sameHeaders = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
