import { main } from './main';

main(
  process.argv.slice(2),
  (text) => process.stdout.write(text),
  () => Date.now(),
).then((code) => {
  process.exitCode = code;
});
