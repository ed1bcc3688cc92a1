import { readRules } from '../../src';

/** A file with one rule, or with these lines of one. */
const rule = (...lines: string[]): string =>
  ['Sites:', '- Hosts: [a.org]', '  Rules:', `  - ${lines.join('\n    ')}`].join('\n');
const to = 'To: https://b.org/';

/** `line:column what -> what to write instead`, for each problem. */
const problemsOf = (text: string): string[] =>
  readRules(text, 'rules.yml').problems.map(
    ({ line, column, what, instead }) => `${line}:${column} ${what} -> ${instead}`,
  );

type Row = readonly [sentence: string, text: string, problem: string];

describe('a mistake in a rule file is said with its place and what to write instead:', () => {
  describe('keys and values', () => {
    test.each<Row>([
      ['a key with a letter wrong', rule('Mach: /a', to), '4:5 Mach is no key of a rule. -> Write Match.'],
      ['a key in small letters', 'sites: []', '1:1 sites is no key of the file. -> Write Sites.'],
      [
        'a key that another tool has',
        rule('Source: /a', to),
        '4:5 Source is no key of a rule. -> Write Match.',
      ],
      [
        'a key that nobody has',
        rule('Match: {Colour: red}', to),
        '4:13 Colour is no key of Match. -> The keys are Path, Regex, On, Query, QueryRegex, UriRegex, Country, IgnoreCase or IgnoreTrailingSlash.',
      ],
      [
        'a value in small letters',
        rule('Path: keep', to),
        '4:11 keep is no value of Path. -> Write Keep; the values are Keep or Drop.',
      ],
      [
        'a status that rules cannot answer',
        rule('Status: 418'),
        '4:13 418 is no value of Status. -> Write 301, 302, 303, 307, 308, 200, 404, 410, 451 or 503.',
      ],
      [
        'a status in quotes',
        rule("Status: '301'", to),
        '4:13 Status is a whole number, not the text 301. -> Write 301 without quotes.',
      ],
      [
        'a number where a text belongs',
        rule('Ticket: 1234', to),
        "4:13 Ticket is a text, not the number 1234. -> Put it in quotes: '1234'.",
      ],
      [
        'a text where a list belongs',
        'Sites:\n- Hosts: a.org',
        '2:10 Hosts is a list, not the text a.org. -> Write [a.org].',
      ],
      [
        'a key without a value',
        rule('To:'),
        '4:5 To is a text, not nothing. -> Write its value, or remove the key.',
      ],
      [
        'HSTS without seconds',
        rule('Hsts: true', to),
        '4:11 Hsts cannot be true. -> Write {MaxAge: 31536000}, or false.',
      ],
      [
        'no hosts',
        'Sites:\n- Rules: []',
        '2:3 a site has no Hosts. -> Add Hosts, such as Hosts: [www.example.com].',
      ],
      [
        'an empty list of hosts',
        'Sites:\n- Hosts: []',
        '2:10 Hosts is an empty list. -> Put something in, or remove the key.',
      ],
      ['a list for a file', '- a', '1:1 the file is a mapping, not a list. -> Write a mapping.'],
      [
        'nothing at all',
        '',
        '1:1 the file is a mapping, not nothing. -> Write its value, or remove the key.',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  describe('YAML', () => {
    test.each<Row>([
      [
        'a star without quotes',
        'Sites:\n- Hosts: [*.a.org]',
        "2:11 A text that begins with * is an alias in YAML; aliases are not read. -> Put a host or path with a star in quotes: '*.example.com'. Put what rules share into Defaults.",
      ],
      [
        'an anchor',
        'Defaults: &all {}\nSites: []',
        '1:11 Anchors are not read. -> Write it out, or put what rules share into Defaults.',
      ],
      [
        'a tag',
        'Name: !!str x\nSites: []',
        '1:7 Tags are not read. -> Leave the tag out, or put the text in quotes.',
      ],
      [
        'a tab',
        'Sites:\n\t- Hosts: [a.org]',
        '2:2 A tab stands before this; YAML counts spaces only. -> Indent with spaces.',
      ],
      [
        'a quote that is not closed',
        'Name: "a\nSites: []',
        '1:7 A quote is opened here and never closed. -> Close it with ".',
      ],
      [
        'a bracket that is not closed',
        'Sites:\n- Hosts: [a.org',
        '2:10 A bracket is opened here and never closed. -> Close it with ].',
      ],
      ['a key twice', 'Name: a\nName: b\nSites: []', '2:1 Name stands here twice. -> Keep one of the two.'],
      [
        'a colon without a space',
        'Name:a\nSites: []',
        '1:1 Name:a is no key with a value. -> Put a space behind the colon.',
      ],
      [
        'a colon within a text',
        rule('Note: so: it is', to),
        '4:11 A second key stands on the line of the first. -> Break the line before it, or put the text in quotes.',
      ],
      [
        'a second document',
        'Sites: []\n---\nSites: []',
        '2:1 A second document begins here. -> Keep one document in a file.',
      ],
      [
        'a list in a list',
        'Sites:\n- Hosts: [[a.org]]',
        '2:11 A list stands in a list. -> Write its items into the list around it.',
      ],
      [
        'a wrong number of spaces',
        'Name: a\n Sites: []',
        '2:2 This line is deeper than the one above, which has a value already. -> Give keys of one mapping the same number of spaces.',
      ],
      [
        'an escape that is none',
        'Name: "\\q"\nSites: []',
        '1:7 \\q is no escape of YAML. -> Write \\\\ for a backslash, or put the text in single quotes, where a backslash is a backslash.',
      ],
      [
        'a control character',
        'Name: a\nSites: [\u0007]',
        '2:9 There is a character here that no text has (U+0007). -> Save the file as UTF-8 text; write such a character as an escape in double quotes: "\\x07".',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  describe('hosts', () => {
    const hosts = (...names: string[]) => `Sites:\n- Hosts: [${names.map((name) => `'${name}'`).join(', ')}]`;
    test.each<Row>([
      [
        'a URL',
        hosts('https://a.org/x'),
        '2:11 https://a.org/x is more than a host. -> Write the host alone: a.org.',
      ],
      ['a port', hosts('a.org:8080'), '2:11 a.org:8080 is more than a host. -> Write the host alone: a.org.'],
      ['a path', hosts('a.org/x'), '2:11 a.org/x is more than a host. -> Write the host alone: a.org.'],
      ['a dot at the end', hosts('a.org.'), '2:11 a.org. ends with a dot. -> Write a.org.'],
      [
        'a star within',
        hosts('a.*.org'),
        "2:11 a.*.org has a star elsewhere than at its start. -> Write '*.example.com' for all names below one.",
      ],
      [
        'a star for part of a name',
        hosts('*a.org'),
        "2:11 *a.org has a star elsewhere than at its start. -> Write '*.example.com' for all names below one.",
      ],
      [
        'one word',
        hosts('localhost'),
        '2:11 localhost has no dot. -> Write the whole name, such as localhost.example.com.',
      ],
      [
        'an address',
        hosts('192.0.2.1'),
        '2:11 192.0.2.1 is an address, not a name. -> Write the name that people use.',
      ],
      [
        'an underscore',
        hosts('a_b.org'),
        '2:11 a_b.org is no host name. -> Write a name such as www.example.com: letters, digits and hyphens between dots.',
      ],
      [
        'the same host twice in a site',
        hosts('a.org', 'A.org'),
        '2:20 a.org stands in line 2 already. -> Keep it in one site.',
      ],
      [
        'the same host in two sites',
        `${hosts('a.org')}\n- Hosts: [b.org, a.org]`,
        '3:18 a.org stands in line 2 already. -> Keep it in one site.',
      ],
      [
        'the same wildcard in two sites',
        `${hosts('*.a.org')}\n- Hosts: ['*.a.org']`,
        '3:11 *.a.org stands in line 2 already. -> Keep it in one site.',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  describe('matches', () => {
    const match = (text: string) => rule(`Match: ${text}`, to);
    test.each<Row>([
      ['a regex', match('^/x'), "4:12 ^/x looks like a regex. -> Write Match: {Regex: '^/x'}."],
      ['no slash', match('x'), '4:12 x does not begin with a slash. -> Write /x.'],
      ['a query', match('/x?a=1'), "4:12 /x?a=1 has a query. -> Write Match: {Path: /x, Query: {a: '1'}}."],
      [
        'a fragment',
        match('/x#y'),
        '4:12 /x#y has a fragment, which browsers keep to themselves. -> Write /x.',
      ],
      [
        'a URL',
        match('https://a.org/x'),
        '4:12 https://a.org/x is a URL. -> Put the host into Hosts of the site, and its path here.',
      ],
      [
        'a star within',
        match('/a/*/b'),
        '4:12 /a/*/b has a star before its end. -> A star stands for all that is left; write :name for one segment, or Regex: ^/a/[^/]*/b$.',
      ],
      [
        'a placeholder without a name',
        match("'/a/:'"),
        '4:12 : in /a/: is no placeholder. -> A segment that begins with a colon is one: a letter, then letters, digits and underscores.',
      ],
      [
        'a placeholder twice',
        match('/:a/:a'),
        '4:12 :a stands twice in /:a/:a. -> Give each placeholder its own name.',
      ],
      [
        'Path and Regex',
        match('{Path: /a, Regex: ^/b}'),
        '4:23 A match has Path and Regex. -> Keep one; a Regex can say both.',
      ],
      [
        'On without Regex',
        match('{Path: /a, On: Uri}'),
        '4:23 On says what Regex looks at, and there is no Regex. -> Remove On.',
      ],
      [
        'a regex that is not closed',
        match("{Regex: '^/(a'}"),
        '4:20 This regex cannot be used: "(" at 3 is not closed. -> Write it with what JavaScript and PCRE share: classes, (groups), (?:groups), (?<named>groups), * + ? {2,3}.',
      ],
      [
        'an atomic group',
        match("{Regex: '^/(?>a)'}"),
        '4:20 This regex cannot be used: "(?>a" is not known to both engines; groups are (..), (?:..), (?<name>..). -> Write it with what JavaScript and PCRE share: classes, (groups), (?:groups), (?<named>groups), * + ? {2,3}.',
      ],
      [
        'a country in small letters',
        match('{Country: [DE, at]}'),
        '4:27 at is no country code. -> Write AT.',
      ],
      ['a country that people call so', match('{Country: [UK]}'), '4:23 UK is no country code. -> Write GB.'],
      [
        'a parameter with its value',
        match("{Query: {'a=1': x}}"),
        '4:21 a=1 is no name of a parameter. -> Write the name alone, as it is sent.',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  describe('targets', () => {
    const target = (text: string, ...match: string[]) => rule(...match, `To: ${text}`);
    test.each<Row>([
      ['no scheme', target('www.b.org/x'), '4:9 www.b.org/x has no scheme. -> Write https://www.b.org/x.'],
      [
        'no scheme but a port',
        target('b.org:8443/x'),
        '4:9 b.org:8443/x has no scheme. -> Write https://b.org:8443/x.',
      ],
      ['two slashes first', target('//b.org'), '4:9 //b.org has no scheme. -> Write https://b.org.'],
      ['a path alone', target('/x'), '4:9 /x has no host. -> Write https://a.org/x.'],
      [
        'another scheme',
        target('javascript:alert(1)'),
        '4:9 javascript:alert(1) does not lead to a web page. -> A target begins with https:// or http://.',
      ],
      ['a capture for a scheme', target("'$1'"), '4:9 $1 has no scheme. -> Write https://$1.'],
      ['one slash', target('https:/b.org'), '4:9 https:/b.org has no host. -> Write https://b.org.'],
      ['no host', target('https:///x'), '4:9 https:///x has no host. -> Write https://www.example.com/path.'],
      [
        'a host that is none',
        target('https://b..org^/'),
        '4:9 b..org^ is no host name. -> Write a name such as www.example.com.',
      ],
      [
        'a user name',
        target('https://me@b.org/'),
        '4:9 https://me@b.org/ has a user name. -> Write the host alone between // and the path.',
      ],
      [
        'a blank',
        target('https://b.org/a b'),
        '4:9 https://b.org/a b has a blank. -> Write %20 for it, or take it out.',
      ],
      [
        'a backslash',
        target('https://b.org\\x'),
        '4:9 https://b.org\\x has a backslash. -> Write https://b.org/x.',
      ],
      [
        'a placeholder with a letter missing',
        target('https://b.org/:nme', 'Match: /:name'),
        '5:9 Nothing in the path is called :nme. -> Write :name.',
      ],
      [
        'a placeholder of no kin',
        target('https://b.org/:x', 'Match: /:name/:year'),
        '5:9 Nothing in the path is called :x. -> The path has :name or :year; write %3A for a colon.',
      ],
      [
        'a group that is not there',
        target('https://b.org/$3', "Match: {Regex: '^/(a)(?<b>b)'}"),
        '5:9 The target names $3, which nothing captures. -> The match captures $1, $b; write "$$" for a dollar sign.',
      ],
      [
        'a named group that is not there',
        target('https://b.org/$c', "Match: {Regex: '^/(?<b>b)'}"),
        '5:9 The target names $c, which nothing captures. -> The match captures $b; write "$$" for a dollar sign.',
      ],
      [
        'a named group as a placeholder',
        target('https://b.org/:b', "Match: {Regex: '^/(?<b>b)'}"),
        '5:9 :b stands for a placeholder of a Path. -> Write $b for a group of a Regex.',
      ],
      [
        'a group where nothing is captured',
        target('https://b.org/$1', 'Match: /a'),
        '5:9 The target names $1, which nothing captures. -> Nothing is captured here; write "$$" for a dollar sign.',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  describe('answers', () => {
    test.each<Row>([
      [
        'nothing',
        rule('Match: /a'),
        '4:5 Nothing says what is answered. -> Add To: https://www.example.com/, or Status: 410.',
      ],
      [
        'a redirect to nowhere',
        rule('Status: 302'),
        '4:13 Status 302 leads nowhere. -> Add To: https://www.example.com/.',
      ],
      [
        'a target and an end',
        rule('Status: 410', to),
        '4:13 Status 410 is no redirect, and there is a target. -> Write 301, 302, 303, 307 or 308, or remove To.',
      ],
      [
        'a page without its text',
        rule('Status: 200'),
        '4:13 Status 200 shows a page, and there is none. -> Add Body.',
      ],
      ['a redirect with a text', rule(to, 'Body: x'), '5:5 A redirect has no Body. -> Remove Body.'],
      [
        'a query to keep without a target',
        rule('Status: 410', 'Query: Keep'),
        '5:5 Query is for answers with a target. -> Remove Query, or add To.',
      ],
      [
        'a header that CloudFront refuses',
        rule(to, 'Headers: {X-Amzn-Trace: x}'),
        '5:15 CloudFront refuses an answer with the header X-Amzn-Trace. -> Remove it.',
      ],
      [
        'a header with a line end',
        rule(to, 'Headers: {X-A: "a\\r\\nb"}'),
        '5:20 A header value has a line end. -> Write it on one line.',
      ],
      [
        'a header name with a blank',
        rule(to, 'Headers: {X A: b}'),
        '5:15 X A is no header name. -> Write letters, digits and hyphens.',
      ],
      [
        'HSTS as a header',
        rule(to, 'Headers: {Strict-Transport-Security: max-age=1}'),
        '5:15 Strict-Transport-Security cannot stand among the headers. -> Write Hsts: {MaxAge: 31536000, IncludeSubDomains: true}.',
      ],
      [
        'a header twice',
        rule(to, 'Headers: {X-A: b, x-a: c}'),
        '5:23 x-a stands here twice, as names are read without case. -> Keep one.',
      ],
      [
        'a header removed that is not there',
        rule(to, 'RemoveHeaders: [X-A]'),
        '5:21 The defaults have no header X-A. -> The defaults have no headers.',
      ],
      [
        'no day of the calendar',
        rule(to, 'Expires: 2026-02-30'),
        '5:14 2026-02-30 is no day of the calendar. -> Write 2026-05-01, or 2026-05-01T09:00:00Z, or 2026-05-01T09:00:00+02:00.',
      ],
      [
        'a time without a zone',
        rule(to, 'Expires: 2026-02-03 10:00'),
        '5:14 2026-02-03 10:00 is no date. -> Say the zone: 2026-02-03T10:00Z.',
      ],
      [
        'an end before the beginning',
        rule(to, 'NotBefore: 2026-05-01', 'Expires: 2026-04-01'),
        '6:14 The rule expires before it begins. -> Make Expires later than NotBefore.',
      ],
      [
        'a default that is wrong, once for all sites',
        'Defaults: {Unmatched: {Status: 301}}\nSites:\n- Hosts: [a.org]\n- Hosts: [b.org]',
        '1:32 Status 301 leads nowhere. -> Add To: https://www.example.com/.',
      ],
      [
        'an unmatched target with a capture',
        'Sites:\n- Hosts: [a.org]\n  Unmatched: {To: https://b.org/$1}',
        '3:19 The target names $1, which nothing captures. -> Nothing is captured here; write "$$" for a dollar sign.',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  describe('names and tests', () => {
    test.each<Row>([
      [
        'an id twice',
        `${rule('Id: x', to)}\n  - Id: x\n    ${to}`,
        '6:9 x is the Id of a rule in line 4 already. -> Write another.',
      ],
      [
        'an id with blanks',
        rule('Id: a b', to),
        '4:9 a b cannot be the Id of a rule. -> Write letters, digits, dots, hyphens and slashes: careers-1.',
      ],
      [
        'an id that means something else',
        rule('Id: unmatched', to),
        '4:9 unmatched cannot be the Id of a rule. -> Write letters, digits, dots, hyphens and slashes: careers-1.',
      ],
      [
        'a name with a blank',
        'Name: my set\nSites: []',
        '1:7 my set is no name of a set. -> Write letters, digits, dots and hyphens: my-set.',
      ],
      [
        'a test of another site',
        rule(to, 'Tests: [{Url: https://b.org/, Expect: 301}]'),
        '5:19 https://b.org/ asks a host that is none of this site. -> Ask one of its Hosts, or move the test.',
      ],
      [
        'a test that expects nothing',
        rule(to, 'Tests: [{Url: /, Expect: {}}]'),
        '5:30 Expect is empty. -> Put something in, or remove the key.',
      ],
      [
        'a test without a host, where there is none',
        'Sites: []\nTests: [{Url: /, Expect: 301}]',
        '2:15 / does not say its host. -> Write https://www.example.com/.',
      ],
      [
        'a test that is no URL',
        rule(to, 'Tests: [{Url: a.org, Expect: 301}]'),
        '5:19 a.org is no URL. -> Write https://www.example.com/path, or a path of the first host of the site.',
      ],
    ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
  });

  test('several at once, in the order of the file, and the rest is read on', () => {
    const text = `Defualts: {}\n${rule('Match: x', to)}\n  - Too: y\n  - To: z`;
    expect(readRules(text, 'f').problems.map(({ line }) => line)).toEqual([1, 5, 7, 8]);
  });

  test('fifty at most', () => {
    const text = rule('To: x', ...Array.from({ length: 999 }, () => '').flatMap(() => []));
    expect(readRules(text + '\n  - To: x'.repeat(999), 'f').problems).toHaveLength(50);
  });

  test('and then there are no rules', () => {
    expect(readRules('Sites: x', 'f').rules).toBeUndefined();
  });
});
