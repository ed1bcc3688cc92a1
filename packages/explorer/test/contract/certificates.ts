import { ACCOUNTS, certificate } from '../../src/cast';
import { type Ask, troubles } from './ask';
import { SEVERAL } from './names';

const describeCertificate: Ask['ask'] = (ports) =>
  ports.certificates.findCertificate(certificate(ACCOUNTS.target));

export const certificates: Ask[] = [
  { name: 'a certificate that is there', ask: describeCertificate },
  {
    name: 'a certificate of several names, one of them in capitals',
    given: 'an imported certificate',
    ask: (ports) => ports.certificates.findCertificate(SEVERAL),
  },
  {
    name: 'a certificate that is nowhere',
    ask: (ports) => ports.certificates.findCertificate(`${certificate(ACCOUNTS.target)}0`),
  },
  {
    name: 'a certificate by a role that may not look',
    asNobody: true,
    ask: describeCertificate,
    fails: 'Denied',
  },
  ...troubles('acm.DescribeCertificate', describeCertificate),
];
