/** Splits `203.0.113.10:443`. */
export function hostAndPort(endpoint: string): { host: string; port: number } {
  const colon = endpoint.lastIndexOf(':');
  const port = Number(endpoint.slice(colon + 1));
  if (colon < 1 || !Number.isInteger(port)) {
    throw new Error(`"${endpoint}" is not an endpoint: write address:port, as in 127.0.0.1:5353.`);
  }
  return { host: endpoint.slice(0, colon), port };
}

/** The loopback endpoint behind port 443 of an address; undefined where nothing listens. */
export function routeTo(
  routes: Readonly<Record<string, string>>,
  address: string,
): { host: string; port: number } | undefined {
  const endpoint = routes[`${address}:443`];
  return endpoint === undefined ? undefined : hostAndPort(endpoint);
}
