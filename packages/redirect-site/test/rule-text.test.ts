import { readRules } from '@cutover/redirect-rules';
import type { Declaration } from '../src/declaration';
import { inlineText } from '../src/rules/rule-text';

/** A parameter may be called like a property of the rule language. */
const declared = {
  Sites: [
    {
      Hosts: ['example.com'],
      Rules: [
        { Match: { Path: '/old', Query: { Status: '301', Preload: 'true' } }, To: 'https://example.com/new' },
      ],
    },
  ],
} as unknown as Declaration;

test('a text of a template is a text in the rules, whatever its key', () => {
  const { bytes, file } = inlineText(declared);
  const { rules, problems } = readRules(bytes, file);
  expect(problems).toEqual([]);
  expect(rules?.sites[0]?.rules[0]?.match.query).toEqual({
    Status: { kind: 'text', text: '301' },
    Preload: { kind: 'text', text: 'true' },
  });
});
