import { awaiting, inside } from './lint-case';

/** Code that must pass the lint, and answer this in every engine. */
export const allowed: readonly (readonly [sentence: string, code: string, answer: unknown])[] = [
  ['const, let and var', inside('const a = 1; let b = 2; var c = 3; return a + b + c;'), 6],
  ['arrow functions', inside('const f = (a) => a + 1; const g = () => ({ a: 1 }); return f(1) + g().a;'), 3],
  ['rest parameters', inside('function f(a, ...rest) { return rest.length; } return f(1, 2, 3);'), 2],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a function.
  ['template literals, nested', inside('return `a${`b${1}`}`;'), 'ab1'],
  ['exponentiation', inside('let a = 2 ** 3; a **= 2; return a;'), 64],
  [
    'shorthand, computed and method members',
    inside("const a = 1, k = 'x'; const o = { a, [k]: 2, f() { return 3; } }; return o.a + o.x + o.f();"),
    6,
  ],
  [
    'for-in, labels, switch and do-while',
    inside(
      "let s = ''; outer: for (const k in { a: 1, b: 2 }) { switch (k) { case 'b': break outer; default: s += k; } } do { s += '!'; } while (s.length < 3); return s;",
    ),
    'a!!',
  ],
  [
    'closures in a loop',
    inside('const fs = []; for (let i = 0; i < 2; i++) { fs.push(() => i); } return fs[0]() + fs[1]();'),
    1,
  ],
  [
    'catch with its binding, finally',
    inside(
      "let s = ''; try { throw new Error('x'); } catch (error) { s += error.message; } finally { s += 'f'; } return s;",
    ),
    'xf',
  ],
  ['await as the value of a const', awaiting('const a = await later(1); return a;'), 1],
  [
    'await beside an operator, in a condition, in a list',
    awaiting('if ((await later(1)) + (await later(2)) === 3) { return [await later(4)]; } return 0;'),
    [4],
  ],
  ['await before a member', awaiting("return (await later('A')).toLowerCase();"), 'a'],
  [
    'await in loops',
    awaiting(
      'let n = 0; for (let i = 0; i < 3; i++) { n += await later(i); } while (n < 5) { n = await later(n + 1); } return n;',
    ),
    5,
  ],
  [
    'await in try and in finally',
    awaiting(
      "try { await Promise.reject(new Error('x')); } catch (error) { return error.message; } finally { await later(1); }",
    ),
    'x',
  ],
  [
    'a closure made behind the await',
    awaiting('const a = await later(1); return [1, 2].map((x) => x + a);'),
    [2, 3],
  ],
  [
    'a closure over what was assigned before the await',
    awaiting('const a = 5; const f = () => a; await later(1); return f();'),
    5,
  ],
  [
    'a closure in one turn of a loop',
    awaiting(
      'let r = 0; for (let i = 0; i < 3; i++) { const f = () => i; await later(1); r += f(); } return r;',
    ),
    3,
  ],
  [
    'a declared function that reads a parameter',
    awaiting('await later(1); return f(); function f() { return typeof event; }'),
    'object',
  ],
  [
    'an object that closures share',
    awaiting('const s = { n: 0 }; const f = () => { s.n++; }; await later(1); f(); return s.n;'),
    1,
  ],
  [
    'an async arrow function',
    awaiting('const f = async (x) => { const y = await later(x); return y + 1; }; return await f(1);'),
    2,
  ],
  [
    'an await within an async function that is an argument',
    awaiting('return Promise.all([1, 2].map(async function (x) { return await later(x); }));'),
    [1, 2],
  ],
  [
    'recursion over await',
    awaiting(
      'async function down(n) { if (n === 0) { return 0; } const r = await down(n - 1); return r + 1; } return await down(3);',
    ),
    3,
  ],
  [
    'named groups, lookbehind and lookahead',
    inside("return /(?<=a)(?<x>b)(?=c)(?!d)/.exec('abc').groups.x;"),
    'b',
  ],
  ['a back reference by name', inside("return /^(?<x>a)\\k<x>$/.test('aa');"), true],
  ['the flags g, i and m', inside("return 'aA\\na'.replace(/^a/gim, 'b');"), 'bA\nb'],
  ['a regex made of a text', inside("return new RegExp('^/u/([^/]+)$', 'i').exec('/U/x')[1];"), 'x'],
  ['escapes in a regex', inside("return /^\\/\\.\\-\\x41\\u0042[\\w.-]\\d\\s$/.test('/.-AB-1 ');"), true],
  [
    'a replacement by name and by function',
    inside("return 'ab'.replace(/(?<x>a)/, '$<x>$1').replace(/b/, (m) => m + m);"),
    'aabb',
  ],
  [
    'padStart, includes, startsWith, trimStart, repeat',
    inside(
      "return 'a'.padStart(2, '-') + 'a'.includes('a') + 'a'.startsWith('a') + ' b'.trimStart() + 'c'.repeat(2);",
    ),
    '-atruetruebcc',
  ],
  [
    'Object.entries, values, assign',
    inside('return Object.entries(Object.assign({ a: 1 }, { b: 2 })).length + Object.values({ a: 1 })[0];'),
    3,
  ],
  [
    'JSON, decodeURIComponent, parseInt',
    inside("return JSON.parse('[1]')[0] + decodeURIComponent('%20') + parseInt('7', 10);"),
    '1 7',
  ],
  [
    'typed arrays and Buffer',
    inside("return Buffer.from('Zm9v', 'base64').toString('utf8') + new Uint8Array(2).length;"),
    'foo2',
  ],
  [
    'Buffer from base64url and hex',
    inside("return Buffer.from('_-8', 'base64url').toString('hex') + Buffer.from('6869', 'hex').toString();"),
    'ffefhi',
  ],
  ['atob and btoa', inside("return atob(btoa('a+b'));"), 'a+b'],
  ['a handler that is a const', 'const handler = async (event) => event.request.uri;', '/'],
  [
    'crypto by require',
    inside("return require('crypto').createHmac('sha256', 'k').update('a').digest('base64url');"),
    'eNqRUR5nVYf1ud94vt669VYNoqu4gWLuh13N90SVHZ4',
  ],
  ['arguments', inside('return (function () { return arguments.length; })(1, 2);'), 2],
];
