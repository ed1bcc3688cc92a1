import { readRules } from '@cutover/redirect-rules';
import { hostsBelow } from '../../src/redirects/deploy/hosts-below';

const file = `# The names of marketing.
Sites:
  - Hosts: [go.example.com, '*.go.example.com', example.com, old.example.net]
    Rules:
      - Match: / # the campaign
        To: https://go.example.com/summer
        Tests:
          - { Url: /, Expect: https://go.example.com/summer }
          - { Url: 'https://de.go.example.com/?x=1', Expect: https://go.example.com/summer }
    Tests:
      - { Url: 'https://old.example.net/', Expect: https://go.example.com/summer }
Tests:
  - { Url: 'http://GO.example.com/', Expect: https://go.example.com/summer }
  - { Url: 'https://www.example.org/', Expect: 404 }
`;

describe('a rule file below stage.example.com', () => {
  const text = hostsBelow(file, 'stage.example.com');

  test.each([
    ['a name of the domain stands below the stage', "go.stage.example.com, '*.go.stage.example.com'"],
    ['the domain itself is the stage', ', stage.example.com,'],
    ['a name of another domain keeps its whole name in front', 'old.example.net.stage.example.com ]'],
    ['tests of a site follow', "Url: 'https://old.example.net.stage.example.com/'"],
    ['a test of a name that a wildcard has follows', "Url: 'https://de.go.stage.example.com/?x=1'"],
    ['tests of the set follow, whatever the case', "Url: 'http://go.stage.example.com/'"],
    ['a test of a host of nobody stays', "Url: 'https://www.example.org/'"],
    ['where rules lead stays', 'To: https://go.example.com/summer'],
    ['what tests expect stays', 'Expect: https://go.example.com/summer'],
    ['comments stay', '- Match: / # the campaign'],
  ])('%s', (_, part) => {
    expect(text).toContain(part);
  });

  test('can be read', () => {
    expect(readRules(Buffer.from(text), 'rules.yml').problems).toEqual([]);
  });

  test('is the same in JSON', () => {
    const { rules } = readRules(
      Buffer.from(
        hostsBelow(
          '{"Sites":[{"Hosts":["go.example.com"],"Rules":[{"To":"https://a.org/"}]}]}',
          'stage.example.com',
        ),
      ),
      'rules.json',
    );
    expect(rules?.sites[0]?.hosts).toEqual(['go.stage.example.com']);
  });
});
