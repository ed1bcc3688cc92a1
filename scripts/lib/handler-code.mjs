/** The CloudFront Function of the redirect rules, and the file by which the compiler has its text. */
export const handler = {
  folder: 'packages/redirect-rules',
  source: 'src/layout/function/handler.js',
  path: 'src/layout/function/handler-code.ts',
};

/** What is for readers alone is not deployed: lines that are comments only, and what stands before a line's first word. */
export function embedded(source) {
  const lines = source
    .split('\n')
    .map((line) => line.trimStart())
    .filter((line) => !line.startsWith('//'));
  return `// Made of handler.js by npm run generate.
// biome-ignore-all format: the function's own lines
// biome-ignore-all lint: the function's own text
/** The function as it is deployed, for generation 1. */
export const handlerCode = [
${lines.map((line) => `  ${JSON.stringify(line)},`).join('\n')}
].join('\\n');
`;
}
