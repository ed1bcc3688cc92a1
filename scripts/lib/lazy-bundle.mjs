import { basename, dirname, join, parse, resolve } from 'node:path';

/**
 * One CommonJS file in which what is imported dynamically is evaluated only when it is asked for. In one go, esbuild
 * keeps the whole of every package that is reached through a dynamic import, since it no longer sees which names are
 * wanted. So the first pass cuts the code into chunks and shakes each, and the second puts the chunks in one file.
 * @param apart modules that are imported dynamically by what CommonJS requires. There esbuild would wrap them, with all that
 * they reach, and a wrapped module is kept whole; so each of them is cut off as an entry of its own.
 * @returns esbuild's result, with one output file
 */
export async function buildLazily(esbuild, { entry, outfile, options, apart = [] }) {
  const cut = await esbuild.build({
    ...options,
    // A dynamic import is where it cuts.
    supported: {},
    minifyWhitespace: false,
    entryPoints: { entry, ...Object.fromEntries(apart.map((file) => [apartName(file), file])) },
    plugins: [cutOff(apart), ...(options.plugins ?? [])],
    outdir: join(dirname(outfile), 'chunks'),
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
  });
  const chunks = new Map(cut.outputFiles.map(({ path, text }) => [basename(path), text]));
  return esbuild.build({
    ...options,
    // Its names are those of the first pass; a second wrapping would only repeat them.
    keepNames: false,
    alias: undefined,
    entryPoints: ['entry.js'],
    outfile,
    // Those that the first pass has left outside; what belongs inside is in the chunks.
    packages: 'external',
    plugins: [fromMemory(chunks, options.absWorkingDir)],
  });
}

const apartName = (file) => `apart-${parse(file).name}`;

/** A dynamic import of such a module becomes one of the file that it is built to. */
const cutOff = (apart) => ({
  name: 'cut-off',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      const file = apart.find((each) => each === resolve(resolveDir, `${path}.ts`));
      return file && kind === 'dynamic-import'
        ? { path: `./${apartName(file)}.js`, external: true }
        : undefined;
    });
  },
});

/** Chunks name each other with relative paths; everything else is a module of Node, or a package that stays outside. */
function fromMemory(chunks, resolveDir) {
  return {
    name: 'from-memory',
    setup(build) {
      build.onResolve({ filter: /\.js$/ }, ({ path }) =>
        chunks.has(basename(path)) ? { path: basename(path), namespace: 'chunk' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'chunk' }, ({ path }) => ({
        contents: chunks.get(path),
        loader: 'js',
        resolveDir,
      }));
    },
  };
}
