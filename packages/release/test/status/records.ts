import type { StatusRecord } from '../../src/status/page';
import { type Seen, statusOf } from '../../src/status/status';

export const type = 'Acme::Demo::Greeting';

export const open = (region: string, publicVersion: string | undefined, typeName = type): Seen => ({
  typeName,
  region,
  kind: 'open',
  defaultVersion: '00000002',
  versions: 2,
  publicVersion,
});

export const closed = (region: string, because = 'The security token is invalid.'): Seen => ({
  typeName: type,
  region,
  kind: 'closed',
  because,
});

/** As the last release was meant, in these regions. */
export const manifest = (version: string, sha256: string, ...regions: string[]) => ({
  [type]: { version, sha256, regions: Object.fromEntries(regions.map((region) => [region, version])) },
});

export const next = { typeName: type, version: '1.3.0', sha256: 'new' };

export const recordOf = (lines: StatusRecord['lines']): StatusRecord => ({
  accountId: '310123456789',
  at: Date.UTC(2026, 10, 22, 15, 40),
  lines,
});

/** A region in every state, before a next release. */
export const mixed = (): StatusRecord =>
  recordOf(
    statusOf(
      [
        open('us-east-1', '1.2.0'),
        open('eu-west-1', '1.1.0'),
        open('sa-east-1', undefined),
        closed('ca-west-1'),
      ],
      [next],
      manifest('1.2.0', 'old', 'us-east-1', 'eu-west-1'),
    ),
  );
