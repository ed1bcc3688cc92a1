import { awaiting, type Refused, refusedBy } from '../lint-case';

export const awaitInArguments: readonly Refused[] = refusedBy('await-in-arguments', (refuses) => [
  refuses('await in the arguments of a call', awaiting('return later(await later(1));')),
  refuses('await in the arguments of a method', awaiting('return [].concat(1, await later(1));')),
  refuses('await in the arguments of new', awaiting('return new Date(await later(1)).getTime();')),
  refuses('await deep within an argument', awaiting('return later({ a: [1 + (await later(1))] });')),
]);

export const asyncClosure: readonly Refused[] = refusedBy('async-closure', (refuses) => [
  refuses(
    'a declared function that reads a const from an await',
    awaiting('const a = await later(1); function f() { return a; } return f();'),
  ),
  refuses(
    'the same with var, which reads undefined in silence',
    awaiting('var a = await later(1); function f() { return a; } return f();'),
    { javascript: 1 },
  ),
  refuses(
    'a function made before the await that reads a let assigned after it',
    awaiting('let a = 1; const f = () => a; await later(1); a = 7; return f();'),
    { javascript: 7 },
  ),
  refuses(
    'a parameter assigned after an await',
    awaiting('const f = () => event; await later(1); event = 7; return f();'),
    { javascript: 7 },
  ),
  refuses(
    'an inner function that counts before the await',
    awaiting('let n = 0; [1, 2].forEach(function () { n++; }); await later(1); return n;'),
    { javascript: 2 },
  ),
  refuses(
    'an inner function that counts after the await',
    awaiting('let n = 0; const f = function () { n++; }; await later(1); f(); return n;'),
    { javascript: 1 },
  ),
  refuses(
    'a declared function in a block',
    awaiting('if (event) { const q = await later(2); function f() { return q; } return f(); }'),
  ),
  refuses(
    'a function kept from an earlier turn of the loop',
    awaiting(
      'let n = 0, f = null; for (let i = 0; i < 3; i++) { if (!f) { f = () => n; } n = await later(i + 1); } return f();',
    ),
    { javascript: 3 },
  ),
  refuses(
    'an inner async function that assigns',
    awaiting('let k = 0; async function f() { await later(1); k = 5; } await f(); return k;'),
  ),
]);
