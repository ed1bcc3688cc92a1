/** The Host header as names are compared: lower case, no port, no trailing dot. */
export const hostName = (header: string): string => header.toLowerCase().replace(/\.?(:\d*)?$/, '');

/** By exact name, else by the longest `*.` suffix, whatever its depth. */
export function findByHost<T>(byName: ReadonlyMap<string, T>, host: string): T | undefined {
  const exact = host.startsWith('*') ? undefined : byName.get(host);
  if (exact !== undefined) return exact;
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
    const wildcard = byName.get(`*${host.slice(dot)}`);
    if (wildcard !== undefined) return wildcard;
  }
  return undefined;
}
