import type { AuthorFile, AuthorRule } from '../read/author';
import { maxLength } from '../read/decode';
import { maxTokens } from '../read/yaml/limits';
import { checkSize } from '../read/yaml/read-yaml';
import { SyntaxProblem } from '../read/yaml/syntax-problem';
import { writeRules } from './write-rules';

const tooMany = `it would have more than ${maxTokens.toLocaleString('en-US')} lines, keys and values, some 300,000 rules`;

/** The file as text, or why nobody could read it again, though each of its rules is sound. */
export function writeReadable(file: AuthorFile): { readonly text: string } | { readonly tooLarge: string } {
  // Before the text is made, which takes ten seconds for as many.
  if (leastTokens(file) > maxTokens) return { tooLarge: tooMany };
  const text = writeRules(file);
  if (Buffer.byteLength(text) > maxLength) return { tooLarge: 'it would be larger than 64 MB' };
  try {
    checkSize(text);
    return { text };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    return { tooLarge: tooMany };
  }
}

const leastTokens = ({ Sites: sites }: AuthorFile): number =>
  sites.reduce((sum, { Rules: rules = [] }) => sum + rules.reduce((own, rule) => own + leastOf(rule), 0), 0);

/** A dash, and for each key that no short form leaves out a line and a colon. */
const leastOf = ({ Match: match }: AuthorRule): number => (match === undefined || match === '*' ? 3 : 5);
