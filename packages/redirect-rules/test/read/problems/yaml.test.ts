import { problemsOf, type Row, rule, to } from './said';

describe('a mistake of YAML is said with its place and what to write instead:', () => {
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
