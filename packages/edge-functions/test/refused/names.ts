import { inside, type Refused, refusedBy } from '../lint-case';

export const global: readonly Refused[] = refusedBy('global', (refuses) => [
  ...['Map', 'Set', 'WeakMap', 'WeakSet'].map((name) =>
    refuses(`new ${name}`, inside(`return typeof new ${name}();`)),
  ),
  refuses('BigInt()', inside('return String(BigInt(1));')),
  refuses('Reflect', inside('return Reflect.ownKeys({});')),
  refuses('Proxy', inside('return new Proxy({}, {});')),
  refuses('URL', inside("return new URL('https://a.org').host;")),
  refuses('URLSearchParams', inside("return new URLSearchParams('a=1').get('a');")),
  refuses('fetch', inside("return fetch('https://a.org');")),
  refuses('eval', inside("return eval('1');")),
  refuses('the Function constructor', inside("return new Function('return 1')();"), {
    cloudfront: '"Restricted features": dynamic code evaluation',
  }),
  refuses(
    'the Function constructor by a detour',
    inside("return (function () {}).constructor('return 1')();"),
    { cloudfront: '"Restricted features": dynamic code evaluation' },
  ),
  refuses('eval by a detour', inside("return globalThis.eval('1');")),
  refuses('a timer', inside('setTimeout(function () {}, 1); return 1;')),
  refuses('the environment', inside('return process.env.HOME;'), { cloudfront: 'njs at a desk has process' }),
  refuses('crypto without an import', inside('return typeof crypto.createHash;'), {
    cloudfront: 'njs at a desk has a web crypto',
  }),
  refuses('an assignment to nothing', inside('undeclared = 1; return 1;')),
  refuses('a function of an inner block', inside('if (event) { function f() { return 1; } } return f();')),
]);

export const missingMethod: readonly Refused[] = refusedBy('missing-method', (refuses) => [
  ...[
    "'aa'.replaceAll('a', 'b')",
    "'a'.matchAll(/a/g)",
    '[1].at(0)',
    '[[1]].flat()',
    '[1].flatMap(String)',
    '[1].findLast(Boolean)',
    'Object.fromEntries([])',
    "Object.hasOwn({}, 'a')",
    "Array.from('ab')",
    "'a'.normalize()",
    "'a'.localeCompare('b')",
    '[1].toSorted()',
  ].map((call) => refuses(call, inside(`return ${call};`))),
]);
