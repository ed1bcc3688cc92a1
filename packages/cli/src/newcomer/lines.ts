/** Lines of YAML at one depth. */
export const lines = (all: readonly string[], indent: number): string =>
  all.map((line) => `${' '.repeat(indent)}${line}`).join('\n');
