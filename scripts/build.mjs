// `npm run build`: the bundle of each registry type, and those of the commands. With words: only these bundles, by
// their names; `.` and other folders are of types (settings.buildCommand of an .rpdk-config is called in its folder).
import { bundlesNamed, make } from './lib/bundles.mjs';
import { main, StepFailed } from './lib/run.mjs';

await main(async () => {
  const esbuild = await import('esbuild').catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new StepFailed('esbuild is not installed: run `npm ci` first.');
  });
  const failures = [];
  for (const bundle of bundlesNamed(process.argv.slice(2))) {
    await make(esbuild, bundle).then(console.log, (error) =>
      failures.push(`${bundle.name}: ${firstError(error)}`),
    );
  }
  if (failures.length > 0) throw new StepFailed(failures.join('\n'));
});

/** esbuild's errors know their place; one is enough to begin with. */
function firstError(error) {
  const [first] = error.errors ?? [];
  if (first === undefined) return error.message;
  const { file, line } = first.location ?? {};
  return file === undefined ? first.text : `${file}:${line}: ${first.text}`;
}
