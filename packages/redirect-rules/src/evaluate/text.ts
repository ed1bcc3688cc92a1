/** As a browser sends it: what is not printable ASCII goes percent-encoded, as UTF-8. */
export const asSent = (text: string): string =>
  text.replace(/[^\x21-\x7e]+/g, (run) => percent(bytesOf(run)));

/** UTF-8, each byte a character of U+0000 to U+00FF: the form in which nginx's decoded paths are matched. */
export const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** Every character, of U+0000 to U+00FF, as nginx writes it: capital hexadecimal digits. */
export const percent = (bytes: string): string =>
  bytes.replace(/[\s\S]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

/** ASCII letters only: bytes above are parts of characters, and engines differ in folding them. */
export const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (run) => run.toLowerCase());

/** `/a/` is `/a`; the root stays. */
export const withoutTrailingSlash = (path: string): string =>
  path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
