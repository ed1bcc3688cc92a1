const { deployed } = require('../scripts/lib/handler-code.mjs');

const made = (source: string): string =>
  deployed(`function callOf(a) {\n  return { a, b: 1 };\n}\n${source}`);
const head = 'function callOf(a){return[a,1]}\n';

const texts: readonly [what: string, source: string, deployed: string][] = [
  ['fields of a call are elements, in the order of its maker', 'f(call.b, call.a);', 'f(call[1],call[0]);'],
  [
    'fields that it does not make come behind',
    'call.d = call.c;\ncall.c = call.d.a;',
    'call[2]=call[3]\ncall[3]=call[2].a;',
  ],
  ['other objects keep their names', 'other.a = it.call.b;', 'other.a=it.call.b;'],
  ['a computed field is one already', 'call[a] = b;', 'call[a]=b;'],
  ['comments go', '// Why.\nlet a = 1; // Only.\nb();', 'let a=1\nb();'],
  ['a sign at the end of a statement is none of an expression', 'a++;\nb();', 'a++\nb();'],
  [
    'a line that may go on the one before keeps its semicolon',
    'a = b;\n[c, d].e();\n(f)();',
    'a=b;\n[c,d].e();\n(f)();',
  ],
  ['a block needs none at its end', 'if (a) {\n  b();\n  return;\n}\nc();', 'if(a){b()\nreturn}\nc();'],
  ['nor a list a comma', 'a = [\n  1,\n  2,\n];', 'a=[1,2];'],
  ['words and signs that would join stay apart', 'return a + +b - -c in d;', 'return a+ +b- -c in d;'],
];

describe('of the function at the edge is deployed', () => {
  test.each(texts)('%s', (_, source, text) =>
    expect(made(`function g() {\n${source}\n}`)).toBe(`${head}function g(){${text.replace(/;$/, '')}}\n`),
  );
});
