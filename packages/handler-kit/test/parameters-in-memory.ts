import type { ParameterPort } from '../src';

/** Parameters that can die between two writes, as a killed turn does. */
export interface MortalParameters extends ParameterPort {
  dieAfter(writes: number): void;
  live(): void;
}

export function parametersInMemory(): MortalParameters {
  const values = new Map<string, string>();
  let writesLeft = Number.POSITIVE_INFINITY;
  const write = (change: () => void): void => {
    if (writesLeft-- <= 0) throw new Error('killed');
    change();
  };
  return {
    list: async (path) =>
      [...values]
        .filter(([name]) => name.startsWith(path.endsWith('/') ? path : `${path}/`))
        .map(([name, value]) => ({ name, value })),
    put: async (name, value, overwrite) => {
      if (!overwrite && values.has(name)) return false;
      write(() => values.set(name, value));
      return true;
    },
    remove: async (names) => {
      for (const name of names) write(() => values.delete(name));
    },
    dieAfter: (writes) => {
      writesLeft = writes;
    },
    live: () => {
      writesLeft = Number.POSITIVE_INFINITY;
    },
  };
}
