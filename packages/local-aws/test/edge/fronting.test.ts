import { type Handshake, isDomainFronting } from '../../src/edge/fronting';
import type { Knobs } from '../../src/world/knobs';
import { served, sourceAccount, targetAccount } from './served';

const ofSource = served('source', {}, sourceAccount);
const ofTarget = served('target', {}, targetAccount);

/** Shaken hands for a.example.com with the source account's certificate, which covers that name alone. */
const withSource: Handshake = {
  serverName: 'a.example.com',
  certificateNames: ['a.example.com'],
  certificateAccountId: sourceAccount,
};
const withoutSni: Handshake = {
  serverName: undefined,
  certificateNames: ['*.cloudfront.net'],
  certificateAccountId: undefined,
};
const withCloudFront: Handshake = { ...withoutSni, serverName: 'a.example.com' };
const covering: Handshake = { ...withSource, certificateNames: ['*.example.com'] };

type Row = [sentence: string, handshake: Handshake, host: string, answers: typeof ofSource, is421: boolean];

const is421 = (rule: Knobs['frontingRule'], [, handshake, host, answers]: Row): boolean =>
  isDomainFronting(rule, handshake, host, answers);

describe('421 by the current text: only if nothing speaks for the request [documented]', () => {
  test.each<Row>([
    ['let in: SNI and Host are the same', withSource, 'a.example.com', ofTarget, false],
    ['let in: certificate and distribution are of one account', withSource, 'b.example.com', ofSource, false],
    ['let in: the certificate covers the Host', covering, 'b.example.com', ofTarget, false],
    ['let in: a client without SNI', withoutSni, 'b.example.com', ofTarget, false],
    ['421: none of these', withSource, 'b.example.com', ofTarget, true],
    ['421: another Host under CloudFront’s own certificate', withCloudFront, 'b.example.com', ofTarget, true],
  ])('%s', (...row) => {
    expect(is421('current', row)).toBe(row[4]);
  });
});

describe('421 by the text of 2023: the certificate’s account has to be the distribution’s [documented]', () => {
  test.each<Row>([
    ['let in: one account, whatever the Host', withSource, 'b.example.com', ofSource, false],
    ['421: another account, though SNI and Host are the same', withSource, 'a.example.com', ofTarget, true],
    [
      '421: another account, though the certificate covers the Host',
      covering,
      'b.example.com',
      ofTarget,
      true,
    ],
    ['let in: a client without SNI', withoutSni, 'b.example.com', ofTarget, false],
    [
      'let in: CloudFront’s own certificate, for the name in the SNI',
      withCloudFront,
      'a.example.com',
      ofTarget,
      false,
    ],
    ['421: CloudFront’s own certificate, for another name', withCloudFront, 'b.example.com', ofTarget, true],
  ])('%s', (...row) => {
    expect(is421('legacy2023', row)).toBe(row[4]);
  });
});
