import { inside, notListed, type Refused, refusedBy } from '../lint-case';

export const regex: readonly Refused[] = refusedBy('regex', (refuses) => [
  ...['u', 's', 'd', 'v'].map((flag) =>
    refuses(`the regex flag ${flag}`, inside(`return /a/${flag}.test('a');`)),
  ),
  refuses('the regex flag y', inside("return /a/y.test('a');"), { cloudfront: notListed }),
  refuses('a flag in the RegExp constructor', inside("return new RegExp('a', 's').test('a');")),
  refuses('an empty class', inside("return /[^]/.test('a');")),
  refuses('a class as the end of a range', inside("return /[\\w-.]/.test('-');")),
  refuses('a group name used twice', inside("return /(?<a>x)|(?<a>y)/.test('x');")),
  refuses('an inline flag', inside("return new RegExp('(?i)a').test('A');"), { cloudfront: 'PCRE alone' }),
  refuses('an atomic group', inside("return new RegExp('(?>a)').test('a');"), { cloudfront: 'PCRE alone' }),
  refuses('a possessive quantifier', inside("return new RegExp('a++').test('a');"), {
    cloudfront: 'PCRE alone, and njs 0.8.2 refuses it',
  }),
  refuses('an anchor of PCRE', inside("return /\\Aa\\z/.test('a');"), { javascript: false }),
  refuses('a Unicode property, which needs the flag u', inside("return /\\p{L}/.test('a');"), {
    javascript: false,
  }),
  refuses('a POSIX class', inside("return /^[[:alpha:]]$/.test('a');"), { javascript: false }),
  refuses('a quoted part', inside("return /\\Qa.\\E/.test('a.');"), { javascript: false }),
  refuses('horizontal space', inside("return /\\h/.test(' ');"), { javascript: false }),
]);
