import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Imported, importCsv, importNetlify, importNginx, importRefractr } from '../../src';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
const wildcards = () => ['de', 'en-us'];

const redirects = `# Moved in May
/old /new  # behind
/news/* /blog/:splat 302
/store id=:id /shop/:id

/api/* https://api.example.com/:splat 200
/ /fr 302 Country=FR Language=fr
https://b.test/* https://c.test/:splat 301!
`;

const list = `Source URL,Target URL,Status,Preserve query string,Include subdomains,Subpath matching
a.test/x,https://b.test/y,301,TRUE,FALSE,TRUE

a.test/x,https://b.test/z,302
"a.test/two
lines",https://b.test/
a.test/x,https://b.test/y,301,TRUE,FALSE,TRUE
*.a.test/,https://b.test/,,,,maybe
`;

/** What an importer reads, with a text that has its forms. */
export interface Format {
  readonly name: string;
  readonly text: string;
  readonly importText: (text: string) => Imported;
  /** Lines that say nothing: blank ones, comments, braces that close, keys with all they say below. */
  readonly isNothing: RegExp;
}

export const formats: readonly Format[] = [
  {
    name: 'nginx',
    text: fixture('forms.nginx.conf'),
    importText: (text) => importNginx(text, 'a.conf'),
    isNothing: /^[\s}]*(#.*)?$/,
  },
  {
    name: 'refractr',
    text: fixture('forms.refractr.yml'),
    importText: (text) => importRefractr(text, 'a.yml', { wildcards }),
    isNothing: /^\s*(#.*|([- ]*(refracts|dsts|srcs|tests|headers|default-headers):|[-}]*)\s*(#.*)?)$/,
  },
  {
    name: '_redirects',
    text: redirects,
    importText: (text) => importNetlify(text, '_redirects', { host: 'a.test' }),
    isNothing: /^\s*(#.*)?$/,
  },
  { name: 'CSV', text: list, importText: (text) => importCsv(text, 'a.csv'), isNothing: /^\s*$/ },
];
