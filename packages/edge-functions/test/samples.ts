import { type Invocation, viewerRequest } from '@cutover/edge-functions';

/** A function as people write it, with what it must answer to each request, in every engine. */
export interface Sample {
  readonly name: string;
  readonly code: string;
  readonly store: ReadonlyMap<string, string>;
  readonly events: readonly Invocation[];
  /** The output, or the kind of its error. */
  readonly answers: readonly unknown[];
  readonly kvsReads: readonly number[];
}

const now = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
const get = (uri: string, more: { headers?: Record<string, string>; country?: string } = {}) =>
  viewerRequest({ host: 'www.example.com', uri, now, ...more });
const moved = (location: string, status = 301) => ({
  statusCode: status,
  headers: { location: { value: location } },
});

const indexRewrite: Sample = {
  name: 'a directory gets its index page',
  code: `function handler(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) { request.uri += 'index.html'; }
  else if (!/\\.[^/]*$/.test(request.uri)) { request.uri += '/index.html'; }
  return request.uri;
}`,
  store: new Map(),
  events: [get('/'), get('/docs'), get('/docs/'), get('/a.css?x=1')],
  answers: ['/index.html', '/docs/index.html', '/docs/index.html', '/a.css'],
  kvsReads: [0, 0, 0, 0],
};

const redirectByMap: Sample = {
  name: 'a map in the code redirects',
  code: `const targets = { '/old': 'https://example.com/new', '/blog': 'https://blog.example.com/' };
function handler(event) {
  const target = Object.prototype.hasOwnProperty.call(targets, event.request.uri) && targets[event.request.uri];
  if (!target) { return { statusCode: 404, statusDescription: 'Not Found' }; }
  return { statusCode: 301, headers: { location: { value: target } } };
}`,
  store: new Map(),
  events: [get('/old'), get('/blog?x'), get('/constructor')],
  answers: [
    moved('https://example.com/new'),
    moved('https://blog.example.com/'),
    { statusCode: 404, statusDescription: 'Not Found' },
  ],
  kvsReads: [0, 0, 0],
};

const headerAdd: Sample = {
  name: 'a header is added from others',
  code: `function handler(event) {
  const headers = event.request.headers;
  const country = headers['cloudfront-viewer-country'];
  headers['x-region'] = { value: (country ? country.value : 'none') + '/' + headers.host.value };
  headers['x-cookie'] = { value: event.request.cookies.id ? event.request.cookies.id.value : '-' };
  return { region: headers['x-region'].value, cookie: headers['x-cookie'].value, agent: headers['user-agent'] };
}`,
  store: new Map(),
  events: [get('/', { country: 'NZ', headers: { Cookie: 'a=1; id=x=y', 'User-Agent': 'curl' } }), get('/')],
  answers: [
    { region: 'NZ/www.example.com', cookie: 'x=y', agent: { value: 'curl' } },
    { region: 'none/www.example.com', cookie: '-' },
  ],
  kvsReads: [0, 0],
};

const keyValueStore: Sample = {
  name: 'a key of the store redirects, and a miss is caught',
  code: `import cf from 'cloudfront';
const kvs = cf.kvs();
async function handler(event) {
  const request = event.request;
  let found = null;
  try {
    found = await kvs.get(request.uri.slice(1), { format: 'json' });
  } catch (error) {
    console.log('miss', request.uri);
    if (await kvs.exists('default')) { found = { to: await kvs.get('default') }; }
  }
  return { statusCode: found.status || 302, headers: { location: { value: found.to } } };
}`,
  store: new Map([
    ['a', '{"to":"https://a.example/","status":308}'],
    ['default', 'https://example.com/ü'],
    ['broken', '{'],
  ]),
  events: [get('/a'), get('/b'), get('/broken')],
  answers: [
    moved('https://a.example/', 308),
    moved('https://example.com/ü', 302),
    moved('https://example.com/ü', 302),
  ],
  kvsReads: [1, 3, 3],
};

const queryString: Sample = {
  name: 'the query arrives as it was sent',
  code: `import querystring from 'querystring';
function handler(event) {
  const request = event.request;
  const raw = request.rawQueryString();
  return { raw: raw === undefined ? 'none' : raw, object: request.querystring, parsed: querystring.parse(raw || '') };
}`,
  store: new Map(),
  events: [get('/'), get('/?'), get('/?a=1&b=%2F&a=2&c'), get('/?q=x+y%20z&bad=%zz')],
  answers: [
    { raw: 'none', object: {}, parsed: {} },
    { raw: '', object: {}, parsed: {} },
    {
      raw: 'a=1&b=%2F&a=2&c',
      object: {
        a: { value: '1', multiValue: [{ value: '1' }, { value: '2' }] },
        b: { value: '%2F' },
        c: { value: '' },
      },
      parsed: { a: ['1', '2'], b: '/', c: '' },
    },
    {
      raw: 'q=x+y%20z&bad=%zz',
      object: { q: { value: 'x+y%20z' }, bad: { value: '%zz' } },
      parsed: { q: 'x y z', bad: '%zz' },
    },
  ],
  kvsReads: [0, 0, 0, 0],
};

const hashes: Sample = {
  name: 'hashes find a bucket',
  code: `import crypto from 'crypto';
function handler(event) {
  const of = (algorithm, form) => crypto.createHash(algorithm).update('/ü').update('x').digest(form);
  const bytes = crypto.createHash('sha256').update('a').digest();
  return [of('md5', 'hex'), of('sha1', 'base64'), of('sha256', 'base64url'), bytes.length, bytes[0],
    bytes.toString('hex').slice(0, 4)];
}`,
  store: new Map(),
  events: [get('/')],
  answers: [
    [
      '4ce58f0f02fcd0e1ca39d709b1988177',
      '+YwSvowTbxuzaeRI4Z4kyYg7wmk=',
      '1hQDKfmehYllkjrg4QC_d9J_lnq3hYvHOqDml4G7F48',
      32,
      0xca,
      'ca97',
    ],
  ],
  kvsReads: [0],
};

const clock: Sample = {
  name: 'the clock stands still',
  code: `async function handler(event) {
  const first = Date.now();
  let n = 0;
  for (let i = 0; i < 2000; i++) { n += i; }
  await Promise.resolve();
  const date = new Date();
  return [date.toISOString(), Date.now() - first, +new Date(2020, 0) === +new Date(2020, 0, 1), date instanceof Date,
    Date.parse('2020-01-01T00:00:00Z') < first];
}`,
  store: new Map(),
  events: [get('/')],
  answers: [['2026-01-02T03:04:05.006Z', 0, true, true, true]],
  kvsReads: [0],
};

const failures: Sample = {
  name: 'what throws is an error of its own request alone',
  code: `async function handler(event) {
  const uri = event.request.uri;
  if (uri === '/throw') { throw new TypeError('no'); }
  if (uri === '/reject') { await Promise.reject(new Error('no')); }
  if (uri === '/null') { return event.absent.member; }
  if (uri === '/circle') { const a = {}; a.a = a; return a; }
  if (uri === '/never') { await new Promise(() => {}); }
  if (uri === '/nothing') { return; }
  return uri;
}`,
  store: new Map(),
  events: ['/a', '/throw', '/reject', '/null', '/circle', '/never', '/nothing', '/z'].map((uri) => get(uri)),
  answers: ['/a', 'thrown', 'thrown', 'thrown', 'thrown', 'unsettled', null, '/z'],
  kvsReads: [0, 0, 0, 0, 0, 0, 0, 0],
};

export const samples: readonly Sample[] = [
  indexRewrite,
  redirectByMap,
  headerAdd,
  keyValueStore,
  queryString,
  hashes,
  clock,
  failures,
];
