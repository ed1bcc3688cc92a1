import { maxDepth, maxKeys, maxTextLength, maxTexts, maxTokens } from './limits';

/** What is wrong, and what to write instead. */
type Complaint = readonly [what: string, instead: string];

const inDigits = (count: number): string => count.toLocaleString('en');

/** What YAML has and rule files have not. */
export const unread = {
  alias: [
    'A text that begins with * is an alias in YAML; aliases are not read.',
    "Put a host or path with a star in quotes: '*.example.com'. Put what rules share into Defaults.",
  ],
  anchor: ['Anchors are not read.', 'Write it out, or put what rules share into Defaults.'],
  tag: ['Tags are not read.', 'Leave the tag out, or put the text in quotes.'],
  document: ['A second document begins here.', 'Keep one document in a file.'],
  key: [
    'A list or a mapping stands where a key does.',
    'Write `Key: value`; put a text with brackets in quotes.',
  ],
  listInList: ['A list stands in a list.', 'Write its items into the list around it.'],
  longText: [
    `A text is longer than ${inDigits(maxTextLength)} characters.`,
    'No key takes as much; look for a quote that is not closed, or a line that lost its line end.',
  ],
  tooManyTokens: [
    `The file has more than ${inDigits(maxTokens)} lines, keys and items.`,
    'Divide it into several sets.',
  ],
  tooManyTexts: [
    `A list has more than ${inDigits(maxTexts)} texts.`,
    'Rules and sites are mappings; divide hosts among several sites.',
  ],
  tooManyKeys: [
    `A mapping has more than ${inDigits(maxKeys)} keys.`,
    'Rules are items of a list: begin each with a dash.',
  ],
} as const satisfies Record<string, Complaint>;

const misplaced: Complaint = [
  'This does not belong to what stands above: the number of spaces before it, or a quote or bracket, is wrong.',
  'Give keys of one mapping, and dashes of one list, the same number of spaces; put texts with `: ` or ` #` in quotes.',
];
const secondKey: Complaint = [
  'This colon makes a key, and there is a text before it that is none.',
  'Write `Key: value` with a blank behind the colon, keys of one mapping with the same number of spaces; put a text with `: ` in quotes.',
];

/** By what js-yaml says. */
const complaints: readonly (readonly [said: RegExp, complaint: Complaint])[] = [
  [/^tab char/, ['A tab stands before this; YAML counts spaces only.', 'Indent with spaces.']],
  [/within a .* quoted/, ['The file ends within a text in quotes.', 'Close the quote that was opened.']],
  [/within a flow/, ['The file ends within brackets.', 'Close the bracket that was opened: ] or }.']],
  [
    /^deficient indentation/,
    [
      'A quote or a bracket that was opened above is not closed before this line.',
      'Close it; or indent this line, if it belongs there.',
    ],
  ],
  [
    /^missed comma/,
    [
      'Between brackets, neither a comma nor the closing bracket stands here.',
      'Write [one, two] or {Key: value, Other: value}; put texts with , : [ ] { or } in quotes.',
    ],
  ],
  [/found ','/, ['Nothing stands before this comma.', 'Remove it.']],
  [
    /escape sequence|hexadecimal/,
    [
      'What begins with this backslash is no escape of YAML.',
      'Write \\\\ for a backslash, or put the text in single quotes, where a backslash is a backslash.',
    ],
  ],
  [
    /^nesting exceeded/,
    [
      `This is nested deeper than ${maxDepth} levels.`,
      'No key of a rule file is; look for an open bracket or wrong spaces.',
    ],
  ],
  [/alias/, unread.alias],
  [/anchor/, unread.anchor],
  [/\btag\b/, unread.tag],
  [
    /directive|YAML version/,
    ['A line that begins with % is a directive of YAML.', 'Remove it, or put the text in quotes.'],
  ],
  [/after a mapping key|multiline key/, ['A key has no colon here.', 'Write `Key: value`.']],
  [
    /^a line break is expected|block scalar|chomping|indentation width/,
    [
      '| and > begin a text of several lines, which starts on the next line.',
      'End the line here, or put the text in single quotes.',
    ],
  ],
];

/** @param char what stands where the parser stopped */
export function complaintOf(reason: string, char: string): Complaint {
  const found = complaints.find(([said]) => said.test(reason))?.[1];
  if (found !== undefined) return found;
  if (char === ':') return secondKey;
  if (char === '-') return ['A list begins on the line after its key.', 'Break the line before the dash.'];
  if (/[@`%,[\]{}"']/.test(char))
    return [`${char} cannot stand here.`, 'Put all of the text in single quotes, or take it out.'];
  return misplaced;
}
