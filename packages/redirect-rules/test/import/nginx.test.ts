import { check, readRules, writeRules } from '../../src';
import { importNginx } from '../../src/import/nginx/import-nginx';
import { rulesOf, said, sitesOf } from './said';

const server = (inner: string) => importNginx(`server { server_name a.test; ${inner} }`, 'a.conf');

describe('a server comes as rules', () => {
  test.each<[sentence: string, inner: string, rules: string]>([
    [
      'that take path and query along',
      'return 301 https://b.test$request_uri;',
      `
- To: https://b.test`,
    ],
    [
      'that drop both, as return writes no more than it is told',
      'return 302 https://b.test/c;',
      `
- To: https://b.test/c`,
    ],
    [
      'with exact locations first and then the longest',
      'location / { return 301 https://b.test/; } location /a/b { return 301 https://b.test/ab; } location = /a { return 301 https://b.test/a; } location /a { return 410; }',
      `
- Match: /a
  To: https://b.test/a
- Match: /a/b*
  To: https://b.test/ab
- Match: /a*
  Status: 410
- To: https://b.test/`,
    ],
    [
      'with regexes in their order behind ^~ and before plain prefixes',
      String.raw`location /a { return 301 https://b.test/a; } location ~ \.x$ { return 301 https://b.test/x; } location ~* ^/q { return 301 https://b.test/q; } location ^~ /s/ { return 301 https://b.test/s; }`,
      String.raw`
- Match: /s/*
  To: https://b.test/s
- Match: {Regex: \.x$}
  To: https://b.test/x
- Match: {Regex: ^/q, IgnoreCase: true}
  To: https://b.test/q
- Match: /a*
  To: https://b.test/a`,
    ],
    [
      'with a 404 where a location leaves a request that another would take',
      String.raw`location /n/ { rewrite ^/n/(\d+)$ https://b.test/$1 permanent; } location / { return 301 https://b.test/; }`,
      String.raw`
- Match: {Regex: ^/n/(\d+)$}
  To: https://b.test/$1
- Match: /n/*
  Status: 404
- To: https://b.test/
  Query: Drop`,
    ],
    [
      'with the query dropped by a question mark, and kept without',
      'rewrite ^/a/(.*) https://b.test/$1? redirect; rewrite ^/b/(.*) https://b.test/$1 redirect;',
      `
- Match: {Regex: ^/a/(.*)}
  To: https://b.test/$1
  Query: Drop
- Match: {Regex: ^/b/(.*)}
  To: https://b.test/$1`,
    ],
    [
      'with both regexes where if looks at what was sent and rewrite at the decoded path',
      'if ($request_uri ~ ^/u/([^/]+)/*$) { rewrite ^/u/([^/]+)/*$ https://b.test/$1 permanent; }',
      `
- Match: {Regex: '^/u/([^/]+)/*$', UriRegex: '^/u/([^/]+)/*$'}
  To: https://b.test/$1`,
    ],
    [
      'with one regex where the two see the same',
      String.raw`if ($request_uri ~ ^/(\d+)$) { rewrite ^/(\d+)$ https://b.test/$1 permanent; }`,
      String.raw`
- Match: {Regex: ^/(\d+)$, On: Uri}
  To: https://b.test/$1`,
    ],
    [
      'without an if that any request meets',
      'if ($request_uri ~ ^/(.*)$) { rewrite ^/(.+)$ https://b.test/$1 permanent; }',
      `
- Match: {Regex: ^/(.+)$}
  To: https://b.test/$1`,
    ],
    [
      'with names of what an if has captured',
      'if ($query_string ~ "^hl=(?<hl>[^&]+)") { rewrite ^/$ https://b.test/?l=$hl? permanent; }',
      `
- Match: {Regex: ^/$, QueryRegex: '^hl=(?<hl>[^&]+)'}
  To: https://b.test/?l=$hl`,
    ],
    [
      'with names for numbers that count groups of the query',
      String.raw`if ($args ~ ^id=(\d+)$) { return 301 https://b.test/$1; }`,
      String.raw`
- Match: {QueryRegex: ^id=(?<query1>\d+)$}
  To: https://b.test/$query1`,
    ],
    [
      'with parameters, countries and both',
      'if ($arg_p = 2) { return 301 https://b.test/2; } if ($http_cloudfront_viewer_country ~ ^(AT|CH)$) { return 301 https://b.test/alps; }',
      `
- Match:
    Query: {p: '2'}
  To: https://b.test/2
- Match:
    Country: [AT, CH]
  To: https://b.test/alps`,
    ],
    [
      'with a query twice, as a rewrite to $request_uri writes it',
      'rewrite ^ https://b.test$request_uri permanent;',
      `
- Match: {Regex: ^(?<request_uri>.*)$, On: Uri}
  To: https://b.test$request_uri`,
    ],
    [
      'with captures put in where a location leaves one path',
      'location = /one { rewrite ^/(one)$ https://b.test/$1/ permanent; }',
      `
- Match: /one
  To: https://b.test/one/`,
    ],
    [
      'with a literal star and colon, which a pattern would take for more',
      'location = /a* { return 301 https://b.test/; } location /:x/ { return 410; }',
      String.raw`
- Match: {Regex: ^/a\*$}
  To: https://b.test/
- Match: {Regex: ^/:x/}
  Status: 410`,
    ],
    [
      'with a body',
      'location = /v { return 200 "token\\n"; }',
      `
- Match: /v
  Status: 200
  Body:
    Text: |
      token
    ContentType: text/plain`,
    ],
    [
      'with comments above what they are about',
      '\n# gone in May\n location /a { # for good\n # bug 1\n return 410; } location / { return 301 https://b.test/; }',
      `
# gone in May
# for good
# bug 1
- Match: /a*
  Status: 410
- To: https://b.test/`,
    ],
  ])('%s', (_, inner, rules) => {
    const imported = server(inner);
    expect(imported.report.refused).toEqual([]);
    expect(rulesOf(imported)).toBe(rules.slice(1));
  });
});

describe('headers', () => {
  test('of a location put aside all of the server, and without always they are for redirects only', () => {
    const imported = server(`
      add_header Strict-Transport-Security "max-age=60; includeSubDomains" always;
      add_header X-Robots-Tag noindex;
      location = /own { add_header X-Own 1; return 301 https://b.test/; }
      location = /gone { return 410; }
      location / { return 301 https://b.test/; }`);
    expect(rulesOf(imported)).toBe(`- Match: /own
  To: https://b.test/
  Headers: {X-Own: '1'}
  Hsts: false
- Match: /gone
  Status: 410
- To: https://b.test/
  Headers: {X-Robots-Tag: noindex}`);
  });
});

describe('hosts', () => {
  test.each<[names: string, hosts: string]>([
    ['a.test www.A.test', 'Hosts: [a.test, www.a.test]'],
    ['*.a.test', "Hosts: ['*.a.test']"],
    ['.a.test', "Hosts: [a.test, '*.a.test']"],
    [String.raw`"~^(www\.)?a\.test$"`, 'Hosts: [www.a.test, a.test]'],
    [String.raw`"~^(?:x|y)\.a\.test$"`, 'Hosts: [x.a.test, y.a.test]'],
    [String.raw`"~^(?<sub>.+)\.a\.test$"`, "Hosts: ['*.a.test']"],
  ])('%s', (names, hosts) => {
    const imported = importNginx(`server { server_name ${names}; return 301 https://b.test/; }`, 'a.conf');
    expect(sitesOf(imported)).toContain(hosts);
  });

  test('with other rules each get a site of their own', () => {
    const text = `server { server_name a.test b.test www.test;
      if ($host != www.test) { return 301 https://www.test$request_uri; }
      return 302 https://c.test/$host; }`;
    expect(sitesOf(importNginx(text, 'a.conf'))).toBe(`- Hosts: [a.test, b.test]
  Rules:
  - To: https://www.test
    Path: Keep

- Hosts: [www.test]
  Rules:
  - To: https://c.test/www.test
    Status: 302
    Query: Drop`);
  });
});

describe('what is left out is said', () => {
  test.each<[sentence: string, text: string, line: string]>([
    [
      'a server that only sends to https',
      'server { listen 80; server_name a.test; return 301 https://$host$request_uri; }',
      '1 server a.test: left out: CloudFront sends viewers to https by itself',
    ],
    [
      'a name that is none',
      'server { server_name _; return 444; }',
      '1 server_name _: left out: a distribution answers for its own names only',
    ],
    [
      'what no request reaches',
      'server { server_name a.test; return 301 https://b.test/;\nlocation /x { return 410; } }',
      '2 location /x: left out: nothing reaches it, as what stands above it answers every request',
    ],
    [
      'a name that two servers have',
      'server { server_name a.test; return 301 https://b.test/; }\nserver { server_name a.test c.test; return 301 https://d.test/; }',
      '2 a.test: left out: the server in line 1 has this name too, and nginx takes the first',
    ],
    [
      'what is about TLS and logs',
      'server { server_name a.test;\nssl_certificate x.pem; return 301 https://b.test/; }',
      '2 ssl_certificate x.pem: left out: CloudFront listens, and ends TLS',
    ],
    [
      'a root that nothing answers',
      'server { server_name a.test; location = /a { return 410; } }',
      '1 a.test: nothing answers the root, where nginx shows its own welcome page or a file; the rules say 404',
    ],
    [
      'a line feed that a regex for every path misses',
      'server { server_name a.test; rewrite ^/(.*)$ https://b.test/ permanent; }',
      '1 https://b.test/: the dot of the regex takes no line feed, so nginx misses a path with %0A; the rule takes every path',
    ],
    [
      'bytes that a return would write into the header',
      'server { server_name a.test; location ~ ^/a/(.*)$ { return 301 https://b.test/$1; } }',
      '1 https://b.test/$1: nginx writes captures of the decoded path as they are, line feeds too; the rule escapes them',
    ],
  ])('%s', (_, text, line) => {
    expect(said(importNginx(text, 'a.conf').report.changed)).toContain(line);
  });
});

test('a regex that can hang is imported, and found by the check', () => {
  const text = 'server { server_name a.test; location ~ ^/(a+)+$ { return 301 https://b.test/; } }';
  const { rules } = readRules(writeRules(importNginx(text, 'a.conf').file), 'rules.yml');
  expect(check(rules!, { now: 0 })).toContainEqual(
    expect.objectContaining({ name: 'hanging-regex', says: expect.stringContaining('^/(a+)+$') }),
  );
});

describe('what a rule cannot say is refused with its line', () => {
  test.each<[sentence: string, inner: string, line: string]>([
    ['includes', 'include other.conf;', '2 include other.conf: only one file is read'],
    [
      'a way on inside of nginx',
      'rewrite ^/a$ /b last;',
      '2 rewrite ^/a$ /b last: it goes on inside of nginx',
    ],
    ['proxies', 'location / { proxy_pass http://x; }', '2 proxy_pass http://x: a rule cannot say this'],
    ['files', 'root /var/www;', '2 root /var/www: a rule cannot say this'],
    ['named locations', 'location @x { return 404; }', '2 location @x: nginx goes there from within only'],
    [
      'nested locations',
      'location /a { location /a/b { return 404; } }',
      '2 location /a/b: a rule cannot say this block',
    ],
    ['files in an if', 'if (-f $request_filename) { return 404; }', '2 if (-f $request_filename)'],
    [
      'what is not so',
      'if ($args !~ x) { return 404; }',
      '2 if ($args !~ x): a rule says what a request is like',
    ],
    [
      'methods',
      'if ($request_method = POST) { return 404; }',
      '2 if ($request_method = POST): a rule cannot ask for',
    ],
    ['other statuses', 'return 444;', '2 return 444: a rule ends with 200, 404, 410, 451 or 503'],
    ['a target that is no URL', 'return 301 b.test;', '2 b.test: a rule redirects to an absolute'],
    [
      'variables that nobody knows',
      'return 301 https://b.test/$cookie_x;',
      '2 $cookie_x: a target cannot carry',
    ],
    ['variables in headers', 'add_header X-Host $host;', '2 add_header X-Host $host: a header cannot carry'],
    ['one header twice', 'add_header Link a; add_header Link b;', '2 add_header Link: a rule has one value'],
    [
      'regexes of PCRE alone',
      'location ~ ^/(?>a)b { return 404; }',
      '2 ^/(?>a)b: the regex "^/(?>a)b" cannot be kept',
    ],
    ['a name with a star at the end', 'server_name b.*;', '1 server_name b.*: a site has names'],
    ['sets', 'set $x 1;', '2 set $x 1: a rule cannot say this'],
  ])('%s', (_, inner, line) => {
    const { refused } = importNginx(`server {\n${inner} server_name a.test;\n}`, 'a.conf').report;
    expect(said(refused).join('\n')).toContain(line);
  });

  test.each<[sentence: string, text: string, line: string]>([
    [
      'a brace that is missing',
      'server {\n',
      '1 the whole file: nginx would not start with it: a "}" is missing',
    ],
    ['one too many', '\n}', '2 the whole file: nginx would not start with it: unexpected "}"'],
    [
      'a word that does not end',
      'a "b',
      '1 the whole file: nginx would not start with it: a quoted word does not end',
    ],
    [
      'a directive that does not',
      'a b\n}',
      '1 the whole file: nginx would not start with it: "a" does not end',
    ],
    ['blocks without end', 'a {'.repeat(50), 'blocks are nested too deeply'],
    ['a word that nginx would not read', `a ${'x'.repeat(5000)};`, 'a word is longer than nginx reads one'],
  ])('%s', (_, text, line) => {
    expect(said(importNginx(text, 'a.conf').report.refused).join()).toContain(line);
  });
});
