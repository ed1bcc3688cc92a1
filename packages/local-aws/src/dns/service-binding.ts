import { isIPv4 } from 'node:net';

/** Keys of SVCB and HTTPS records (RFC 9460, section 14.3.2). */
const keyNumbers: Record<string, number> = {
  mandatory: 0,
  alpn: 1,
  'no-default-alpn': 2,
  port: 3,
  ipv4hint: 4,
  ech: 5,
  ipv6hint: 6,
};

/**
 * The wire form of an HTTPS record, which dns-packet does not know: `1 . alpn="h3,h2" ipv4hint=203.0.113.10`
 * (RFC 9460, section 2.2). Parameters go out in the order of their numbers, whatever the text has.
 */
export function encodeServiceBinding(text: string): Buffer {
  const [priority = '0', target = '.', ...words] = text.trim().split(/\s+/);
  const head = Buffer.alloc(2);
  head.writeUInt16BE(Number(priority));
  const parameters = words.map(parameter).sort((one, other) => one.number - other.number);
  return Buffer.concat([
    head,
    encodeName(target),
    ...parameters.map(({ number, value }) => framed(number, value)),
  ]);
}

function encodeName(name: string): Buffer {
  const labels = name.split('.').filter(Boolean);
  return Buffer.concat([...labels.map(shortText), Buffer.from([0])]);
}

const shortText = (text: string): Buffer =>
  Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);

function framed(number: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(number, 0);
  head.writeUInt16BE(value.length, 2);
  return Buffer.concat([head, value]);
}

function parameter(word: string): { number: number; value: Buffer } {
  const at = word.indexOf('=');
  const key = at < 0 ? word : word.slice(0, at);
  const value = at < 0 ? '' : word.slice(at + 1).replace(/^"|"$/g, '');
  return { number: keyNumber(key), value: parameterValue(key, value) };
}

function keyNumber(key: string): number {
  const number = keyNumbers[key] ?? Number(/^key(\d+)$/.exec(key)?.[1] ?? Number.NaN);
  if (Number.isNaN(number))
    throw new Error(`An HTTPS record has the parameter ${key}, which RFC 9460 does not have.`);
  return number;
}

function parameterValue(key: string, value: string): Buffer {
  const list = value.split(',').filter(Boolean);
  switch (key) {
    case 'mandatory':
      return Buffer.concat(
        list
          .map(keyNumber)
          .sort((one, other) => one - other)
          .map(uint16),
      );
    case 'alpn':
      return Buffer.concat(list.map(shortText));
    case 'port':
      return uint16(Number(value));
    case 'ipv4hint':
    case 'ipv6hint':
      return Buffer.concat(list.map(address));
    case 'ech':
      return Buffer.from(value, 'base64');
    default:
      return Buffer.from(value);
  }
}

function uint16(number: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(number);
  return bytes;
}

function address(text: string): Buffer {
  if (isIPv4(text)) return Buffer.from(text.split('.').map(Number));
  const [before = '', after] = text.split('::');
  const groups = (part: string | undefined): string[] => (part ? part.split(':') : []);
  const zeros = Array.from({ length: 8 - groups(before).length - groups(after).length }, () => '0');
  const all = after === undefined ? groups(before) : [...groups(before), ...zeros, ...groups(after)];
  return Buffer.concat(all.map((group) => uint16(Number.parseInt(group, 16))));
}
