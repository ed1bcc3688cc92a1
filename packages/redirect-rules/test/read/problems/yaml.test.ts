import { problemsOf, type Row, rule, to } from './said';

const misplaced =
  'This does not belong to what stands above: the number of spaces before it, or a quote or bracket, is wrong. -> Give keys of one mapping, and dashes of one list, the same number of spaces; put texts with `: ` or ` #` in quotes.';
const secondKey =
  'This colon makes a key, and there is a text before it that is none. -> Write `Key: value` with a blank behind the colon, keys of one mapping with the same number of spaces; put a text with `: ` in quotes.';
const alias =
  "A text that begins with * is an alias in YAML; aliases are not read. -> Put a host or path with a star in quotes: '*.example.com'. Put what rules share into Defaults.";
const noEscape =
  'What begins with this backslash is no escape of YAML. -> Write \\\\ for a backslash, or put the text in single quotes, where a backslash is a backslash.';
const lines =
  '| and > begin a text of several lines, which starts on the next line. -> End the line here, or put the text in single quotes.';

describe('a mistake of YAML is said with its place and what to write instead:', () => {
  test.each<Row>([
    ['a star without quotes', 'Sites:\n- Hosts: [*.a.org]', `2:11 ${alias}`],
    ['a star alone', rule('Match: *', to), `4:13 ${alias}`],
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
      'a tag that nobody knows',
      'Name: !name x\nSites: []',
      '1:7 Tags are not read. -> Leave the tag out, or put the text in quotes.',
    ],
    [
      'a tab',
      'Sites:\n\t- Hosts: [a.org]',
      '2:1 A tab stands before this; YAML counts spaces only. -> Indent with spaces.',
    ],
    [
      'a quote that is not closed',
      'Name: "a\nSites: []',
      '2:1 A quote or a bracket that was opened above is not closed before this line. -> Close it; or indent this line, if it belongs there.',
    ],
    [
      'a quote that is not closed in the last line',
      'Sites: []\nName: "a',
      '2:9 The file ends within a text in quotes. -> Close the quote that was opened.',
    ],
    [
      'a bracket that is not closed',
      'Sites:\n- Hosts: [a.org',
      '2:16 The file ends within brackets. -> Close the bracket that was opened: ] or }.',
    ],
    [
      'a bracket of another kind',
      'Sites:\n- Hosts: [a.org}',
      '2:16 Between brackets, neither a comma nor the closing bracket stands here. -> Write [one, two] or {Key: value, Other: value}; put texts with , : [ ] { or } in quotes.',
    ],
    [
      'a bracket too many',
      'Sites:\n- Hosts: [a.org]]',
      '2:17 ] cannot stand here. -> Put all of the text in single quotes, or take it out.',
    ],
    [
      'a comma too many',
      'Sites:\n- Hosts: [a.org,, b.org]',
      '2:17 Nothing stands before this comma. -> Remove it.',
    ],
    ['a key twice', 'Name: a\nName: b\nSites: []', '2:1 Name stands here twice. -> Keep one of the two.'],
    [
      'a key that is a list',
      '[a, b]: c',
      '1:1 A list or a mapping stands where a key does. -> Write `Key: value`; put a text with brackets in quotes.',
    ],
    ['a colon without a blank', 'Name:a\nSites: []', `2:6 ${secondKey}`],
    ['a colon within a text', rule('Note: so: it is', to), `4:13 ${secondKey}`],
    ['a key without a colon', 'Sites: []\nName', '2:5 A key has no colon here. -> Write `Key: value`.'],
    [
      'a sign that begins no text',
      'Name: @a',
      '1:7 @ cannot stand here. -> Put all of the text in single quotes, or take it out.',
    ],
    ['a quote within a text in quotes', "Name: 'it's'", `1:11 ${misplaced}`],
    ['a wrong number of spaces', 'Name: a\n Sites: []', `2:7 ${secondKey}`],
    ['a key less deep than its neighbours', 'Sites:\n- Hosts: [a.org]\n Rules: []', `3:2 ${misplaced}`],
    [
      'a list behind its key',
      'Sites: - Hosts: [a.org]',
      '1:8 A list begins on the line after its key. -> Break the line before the dash.',
    ],
    [
      'a second document',
      'Sites: []\n---\nSites: []',
      '3:1 A second document begins here. -> Keep one document in a file.',
    ],
    [
      'a list in a list',
      'Sites:\n- Hosts: [[a.org]]',
      '2:11 A list stands in a list. -> Write its items into the list around it.',
    ],
    ['an escape that is none', 'Name: "\\q"\nSites: []', `1:9 ${noEscape}`],
    ['an escape without its digits', 'Name: "\\xZZ"\nSites: []', `1:10 ${noEscape}`],
    ['a bar before a text', 'Name: |a\nSites: []', `1:8 ${lines}`],
    [
      'a directive',
      '%YAML 3.0\n---\nSites: []',
      '2:1 A line that begins with % is a directive of YAML. -> Remove it, or put the text in quotes.',
    ],
    [
      'a control character',
      'Name: a\nSites: [\u0007]',
      '2:9 There is a character here that no text has (U+0007). -> Save the file as UTF-8 text; write such a character as an escape in double quotes: "\\x07".',
    ],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
});
