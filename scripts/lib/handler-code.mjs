import { tokenizer } from 'acorn';

/** The CloudFront Function of the redirect rules, and the file by which the compiler has its text. */
export const handler = {
  folder: 'packages/redirect-rules',
  source: 'src/layout/function/handler.js',
  path: 'src/layout/function/handler-code.ts',
};

/** Names and statements' lines stay, for whoever reads it in the console; the rest goes: 10,240 bytes are allowed. */
export function deployed(source) {
  let text = '';
  let end = 0;
  for (const { start, end: next } of tokenizer(source, { ecmaVersion: 2022, sourceType: 'module' })) {
    const between = source.slice(end, start);
    const token = source.slice(start, next);
    if (between.includes('\n')) text += isWithin(text.at(-1), token[0]) ? '' : '\n';
    else if (between !== '' && wouldJoin(text.at(-1), token[0])) text += ' ';
    text += token;
    end = next;
  }
  return `${text.trim()}\n`;
}

/** Within a block's braces, or a chain of calls. */
const isWithin = (before, after) => '{([,'.includes(before) || '}.)'.includes(after);

const wouldJoin = (before, after) =>
  (/[\w$]/.test(before) && /[\w$]/.test(after)) || (before === after && /[+-]/.test(after));

export function embedded(source) {
  return `// Made of handler.js by npm run generate.
// biome-ignore-all format: the function's own lines
// biome-ignore-all lint: the function's own text
/** The function as it is deployed, for generation 1. */
export const handlerCode = [
${deployed(source)
  .split('\n')
  .map((line) => `  ${JSON.stringify(line)},`)
  .join('\n')}
].join('\\n');
`;
}
