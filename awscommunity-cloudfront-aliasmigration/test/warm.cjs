// One warm Lambda: the bundle is loaded once and called with each event of standard input, one after the other.
const { readFileSync } = require('node:fs');
const { entrypoint } = require(process.argv[2]);

(async () => {
  const answers = [];
  for (const event of JSON.parse(readFileSync(0, 'utf8'))) answers.push(await entrypoint(event, {}));
  process.stdout.write(`\n${JSON.stringify(answers)}\n`, () => process.exit(0));
})();
