import { Sha256 } from '../src/json-api/hash';

const hex = async (hash: Sha256): Promise<string> => Buffer.from(await hash.digest()).toString('hex');

test('the hash that signs is SHA-256 (FIPS 180-2, appendix B.1)', async () => {
  const hash = new Sha256();
  hash.update('ab');
  hash.update(new TextEncoder().encode('c'));
  expect(await hex(hash)).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('and with a secret its HMAC (RFC 4231, test case 2)', async () => {
  const hash = new Sha256('Jefe');
  hash.update('what do ya want for nothing?');
  expect(await hex(hash)).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});
