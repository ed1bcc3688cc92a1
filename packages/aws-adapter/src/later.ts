/** Nothing but methods that answer later: so they may as well be loaded later. */
type Port = { readonly [name: string]: unknown };
type Method = (...words: readonly unknown[]) => Promise<unknown>;

/**
 * A port whose code is loaded when its first method is called. A handler runs in a fresh process again and again, and
 * most actions need one or two services: the SDK's clients are most of what there is to load.
 */
export function later<P extends object>(load: () => Promise<P>): P {
  let loaded: Promise<P> | undefined;
  const call =
    (name: string): Method =>
    async (...words) => {
      loaded ??= load();
      const port = (await loaded) as Port;
      return (port[name] as Method).apply(port, [...words]);
    };
  return new Proxy({} as P, { get: (_port, name) => (typeof name === 'string' ? call(name) : undefined) });
}
