import type { Place, RuleSet } from '@cutover/redirect-rules';
import { plainYaml } from './plain-yaml';

/** The rules as everything behind the reader sees them; places are told as `file:line:column`. */
export const normalizedJson = (rules: RuleSet): string => `${JSON.stringify(rules, placesInWords, 2)}\n`;

export const normalizedYaml = (rules: RuleSet): string =>
  plainYaml(JSON.parse(JSON.stringify(rules, placesInWords)));

const placesInWords = (key: string, value: unknown): unknown =>
  key === 'at' ? placeInWords(value as Place) : value;

export const placeInWords = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;
