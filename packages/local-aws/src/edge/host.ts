/** The name of a Host header: lower case, without port and last dot. */
export const hostNameOf = (host: string): string =>
  host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
