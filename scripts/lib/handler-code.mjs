import { tokenizer } from 'acorn';
import { byPlace } from './fields-by-place.mjs';

/** The CloudFront Function of the redirect rules, and the file by which the compiler has its text. */
export const handler = {
  folder: 'packages/redirect-rules',
  source: 'src/layout/function/handler.js',
  path: 'src/layout/function/handler-code.ts',
};

/**
 * Names and statements' lines stay, for whoever reads it in the console; the rest goes: 10,240 bytes are allowed. What
 * the function knows of a call lies in an array.
 */
export function deployed(named) {
  const source = byPlace(named, { variable: 'call', maker: 'callOf' });
  let text = '';
  let end = 0;
  for (const { start, end: next } of tokenizer(source, { ecmaVersion: 2022, sourceType: 'module' })) {
    const between = source.slice(end, start);
    const token = source.slice(start, next);
    const isNewLine = between.includes('\n');
    const isOneLine = isWithin(text.at(-1), token[0]);
    if (isNeedless(text.at(-1), isNewLine, token[0])) text = text.slice(0, -1);
    if (isNewLine) text += isOneLine ? '' : '\n';
    else if (between !== '' && wouldJoin(text.at(-1), token[0])) text += ' ';
    text += token;
    end = next;
  }
  return `${text.trim()}\n`;
}

/** Within a block's braces, a chain of calls, or an expression. */
const isWithin = (before, after) => '{([,=?:&|+'.includes(before) || '}]).'.includes(after);

/** A semicolon at the end of a block, or of a line where the next begins with a word; a comma behind the last. */
const isNeedless = (before, isNewLine, after) =>
  before === ';' ? after === '}' || (isNewLine && /\w/.test(after)) : before === ',' && '])'.includes(after);

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
