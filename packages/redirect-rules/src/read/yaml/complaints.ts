import { shown } from './builder';
import type { Scanner } from './scanner';
import type { SyntaxProblem } from './syntax-problem';

const unread: Readonly<Record<string, readonly [what: string, instead: string]>> = {
  '&': ['Anchors are not read.', 'Write it out, or put what rules share into Defaults.'],
  '*': [
    'A text that begins with * is an alias in YAML; aliases are not read.',
    "Put a host or path with a star in quotes: '*.example.com'. Put what rules share into Defaults.",
  ],
  '!': ['Tags are not read.', 'Leave the tag out, or put the text in quotes.'],
};

/** What YAML has and rule files have not. */
export function refuseUnread(scanner: Scanner): void {
  if (!'&*!?'.includes(scanner.char)) return;
  const reason = unread[scanner.char];
  if (reason !== undefined) throw scanner.problem(...reason);
  if (scanner.isIndicator('?')) throw scanner.problem('`? ` keys are not read.', 'Write `key: value`.');
}

/** A token where none may be. */
export function misplaced(scanner: Scanner): SyntaxProblem {
  if (scanner.isMarker('---') || scanner.isMarker('...'))
    return scanner.problem('A second document begins here.', 'Keep one document in a file.');
  if (scanner.isIndentedByTab) return tabBefore(scanner);
  return scanner.problem(
    'This does not belong to what stands above: the number of spaces before it, or a quote or bracket, is wrong.',
    'Give keys of one mapping, and dashes of one list, the same number of spaces; put texts with `: ` or ` #` in quotes.',
  );
}

/** `key:value`, which is a text. */
export const isUnspacedKey = (text: string): boolean => /^[^:\s]{1,100}:[^\s/]/.test(text);

export function colonMissing(scanner: Scanner, key: string, at: number): SyntaxProblem {
  if (isUnspacedKey(key))
    return scanner.problem(`${shown(key)} is no key with a value.`, 'Put a space behind the colon.', at);
  return scanner.problem(`${shown(key)} has no value: a colon is missing.`, 'Write `key: value`.', at);
}

export const tabBefore = (scanner: Scanner): SyntaxProblem =>
  scanner.problem('A tab stands before this; YAML counts spaces only.', 'Indent with spaces.');
