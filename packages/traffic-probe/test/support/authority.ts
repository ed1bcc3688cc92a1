import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const lifetime = { notBefore: new Date('2020-01-01'), notAfter: new Date('2049-01-01') };

export interface TestAuthority {
  readonly pem: string;
  certificateFor(...names: string[]): Promise<{ key: string; cert: string }>;
}

const newKeys = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** A certificate authority that exists for one test only. */
export async function testAuthority(): Promise<TestAuthority> {
  const keys = await newKeys();
  const root: X509Certificate = await X509CertificateGenerator.createSelfSigned({
    ...lifetime,
    name: 'CN=Test authority',
    keys,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 1, true)],
  });
  return {
    pem: root.toString('pem'),
    async certificateFor(...names) {
      const own = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        ...lifetime,
        subject: `CN=${names[0]}`,
        issuer: root.subject,
        publicKey: own.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: algorithm,
        extensions: [new SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value })))],
      });
      return { key: await pemOf(own.privateKey), cert: certificate.toString('pem') };
    },
  };
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const bytes = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${bytes.match(/.{1,64}/g)?.join('\n')}\n-----END PRIVATE KEY-----\n`;
}
