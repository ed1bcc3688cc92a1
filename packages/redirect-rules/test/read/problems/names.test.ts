import { problemsOf, type Row, rule, to } from './said';

describe('a mistake in names and tests is said with its place and what to write instead:', () => {
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
