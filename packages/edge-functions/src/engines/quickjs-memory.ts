import loadQuickJs from '@jitl/quickjs-wasmfile-release-sync/emscripten-module';
import { QuickJSFFI } from '@jitl/quickjs-wasmfile-release-sync/ffi';
import {
  newQuickJSWASMModule,
  newVariant,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten';

/** Node has it; its types do not. */
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: { Memory: new (pages: { initial: number; maximum: number }) => object };
};

type Emscripten = Awaited<ReturnType<typeof loadQuickJs>>;

/** The least that the build starts with: 16 MiB. */
const pages = 256;

/** There was no memory for something that the host hands to the function. */
export class OutOfMemory extends Error {}

/** QuickJS in a memory of its own. */
export interface BoundedQuickJs {
  readonly quickjs: QuickJSWASMModule;
  /** From now on so many bytes can be taken, and none beyond. */
  leave(bytes: number): void;
}

/**
 * setMemoryLimit() does not hold in this build: without malloc_usable_size it counts eight bytes for each block,
 * whatever its size (measured: 4 MB of arrays under a limit of 2). So the memory is one that cannot grow, and what is
 * not to be used is taken away beforehand.
 */
export async function boundedQuickJs(): Promise<BoundedQuickJs> {
  const made: { module?: Emscripten } = {};
  // What getQuickJS() would take, without its dynamic imports: those need a flag of Node's where tests run.
  const build: QuickJSSyncVariant = {
    type: 'sync',
    importFFI: async () => QuickJSFFI,
    importModuleLoader: async () => async (options) => {
      made.module = checked(await loadQuickJs(options));
      return made.module;
    },
  };
  const wasmMemory = new wasm.Memory({ initial: pages, maximum: pages });
  const quickjs = await newQuickJSWASMModule(newVariant(build, { wasmMemory }));
  return { quickjs, leave: (bytes) => takeAllBut(bytes, made.module!) };
}

/** The library would write to address 0 where malloc gives none. */
function checked(module: Emscripten): Emscripten {
  const malloc = module._malloc;
  module._malloc = (size) => {
    const pointer = malloc(size);
    if (pointer === 0) throw new OutOfMemory(`out of memory: ${size} bytes`);
    return pointer;
  };
  return module;
}

function takeAllBut(bytes: number, module: Emscripten): void {
  const kept = module._malloc(bytes);
  for (let size = 2 ** 20; size >= 64; size /= 2) while (takes(module, size));
  module._free(kept);
}

function takes(module: Emscripten, size: number): boolean {
  try {
    module._malloc(size);
    return true;
  } catch (error) {
    if (!(error instanceof OutOfMemory)) throw error;
    return false;
  }
}
