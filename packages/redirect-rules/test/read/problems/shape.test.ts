import { problemsOf, type Row, rule, to } from './said';

describe('a mistake of keys and values is said with its place and what to write instead:', () => {
  test.each<Row>([
    ['a key with a letter wrong', rule('Mach: /a', to), '4:5 Mach is no key of a rule. -> Write Match.'],
    ['a key with letters swapped', rule('Mtach: /a', to), '4:5 Mtach is no key of a rule. -> Write Match.'],
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
    [
      'a list for a file',
      '- a',
      '1:1 the file is a mapping, not a list. -> Begin with Sites: [{ Hosts: [a.example.com], Rules: [{ Match: /old, To: https://www.example.com/new }] }].',
    ],
    [
      'nothing at all',
      '',
      '1:1 the file is empty. -> Begin with Sites: [{ Hosts: [a.example.com], Rules: [{ Match: /old, To: https://www.example.com/new }] }].',
    ],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
});
