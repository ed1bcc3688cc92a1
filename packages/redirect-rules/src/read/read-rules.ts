import type { RuleSet } from '../model/rule-set';
import type { AuthorFile } from './author';
import { BadText, decode } from './decode';
import { Lines, type Problem, Report } from './problem';
import { resolveFile } from './resolve/file';
import { checkMembers } from './shape/shape';
import { readYaml } from './yaml/read-yaml';
import { SyntaxProblem } from './yaml/syntax-problem';

export interface Reading {
  /** Absent where there are problems. */
  readonly rules?: RuleSet;
  /** In the order of the file; the first fifty. */
  readonly problems: readonly Problem[];
}

/**
 * Reads a rule file, which is YAML or JSON: the rules with all defaults resolved, or what is wrong, where, and what to
 * write instead. Whatever the file is, it throws nothing, and takes no more than some times the file's size.
 *
 * @param file its name, for messages
 */
export function readRules(input: string | Uint8Array, file: string): Reading {
  let text = '';
  try {
    text = decode(input);
    const { value, places } = readYaml(text);
    const report = new Report(file, new Lines(text), places);
    if (!checkMembers('file', value, 'Sites', report)) return { problems: report.problems };
    const rules = resolveFile(value as AuthorFile, report);
    return report.count > 0 ? { problems: report.problems } : { rules, problems: [] };
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const place = new Lines(error instanceof BadText ? error.text : text).at(error.offset);
    return { problems: [{ file, ...place, what: error.what, instead: error.instead }] };
  }
}
