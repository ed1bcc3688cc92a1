import type { Instant } from '@cutover/ground';
import type { CertificatePort, SiteCertificate, Tags, Validation } from '../../src';
import { absent, inUse } from './refusals';
import type { WorldDns } from './world-dns';
import type { WorldTags } from './world-tags';

interface Kept {
  readonly arn: string;
  readonly names: readonly string[];
  readonly token: string;
  readonly since: Instant;
  looksUntilRecords: number;
  issued: boolean;
}

/** Certificates are issued as soon as each name's record can be seen. */
export class WorldCertificates implements CertificatePort {
  readonly kept = new Map<string, Kept>();
  readonly used = new Set<string>();
  /** Names of which ACM gets no answer although the record is there. */
  readonly deaf = new Set<string>();
  private made = 0;

  constructor(
    private readonly dns: WorldDns,
    private readonly tags: WorldTags,
    private readonly now: () => Instant,
  ) {}

  async find(arn: string): Promise<SiteCertificate | undefined> {
    const kept = this.kept.get(arn);
    if (!kept) return undefined;
    const hasRecords = kept.looksUntilRecords-- <= 0;
    const validations = kept.names.map((name): Validation => {
      const record = recordOf(name);
      const isSeen = this.dns.resolves(record.name, record.value) && !this.deaf.has(name);
      return {
        name,
        status: kept.issued || (hasRecords && isSeen) ? 'SUCCESS' : 'PENDING_VALIDATION',
        record: hasRecords ? record : undefined,
      };
    });
    kept.issued ||= validations.every(({ status }) => status === 'SUCCESS');
    const status = kept.issued ? 'ISSUED' : 'PENDING_VALIDATION';
    return { arn, status, names: kept.names, validations, inUse: this.used.has(arn) };
  }

  async request(names: readonly string[], token: string, tags: Tags): Promise<string> {
    const HOUR = 3_600_000;
    const known = [...this.kept.values()].find(
      (each) => each.token === token && this.now() - each.since < HOUR,
    );
    return known?.arn ?? this.add(names, token, false, tags);
  }

  /** Also one that somebody else has. */
  add(names: readonly string[], token = `own-${this.made}`, issued = true, tags: Tags = {}): string {
    const arn = `arn:aws:acm:us-east-1:123456789012:certificate/${++this.made}`;
    this.kept.set(arn, { arn, names, token, since: this.now(), looksUntilRecords: 1, issued });
    this.tags.kept.set(arn, tags);
    return arn;
  }

  async remove(arn: string): Promise<void> {
    if (!this.kept.has(arn)) throw absent(`certificate ${arn}`);
    if (this.used.has(arn)) throw inUse(arn);
    this.kept.delete(arn);
    this.tags.kept.delete(arn);
  }

  issuedNames(arn: string | undefined): readonly string[] {
    const kept = this.kept.get(arn ?? '');
    return kept?.issued ? kept.names : [];
  }
}

/** The same for a name in one account, whatever the certificate. */
export const recordOf = (name: string) => {
  const host = name.replace(/^\*\./, '');
  return { name: `_acm.${host}`, value: `_x-${host}.acm-validations.aws` };
};
