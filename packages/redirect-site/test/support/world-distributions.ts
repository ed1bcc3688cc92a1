import { covers } from '@cutover/handler-kit';
import type { DistributionDraft, DistributionPort, SiteDistribution, SiteDistributionEdit } from '../../src';
import { absent, aliasHeld, inUse, ledAway, refused, stale } from './refusals';
import type { WorldCertificates } from './world-certificates';
import type { WorldFunctions } from './world-functions';
import type { WorldTags } from './world-tags';

/** The account of the site's stack. */
export const OURS = '123456789012';

interface Kept extends Omit<SiteDistribution, 'etag' | 'deployed'> {
  readonly callerReference: string;
  readonly accountId: string;
  readonly revision: number;
  readonly looksUntilDeployed: number;
}

/** Distributions: every alias under a certificate that covers it, and minutes until a change is deployed. */
export class WorldDistributions implements DistributionPort {
  readonly kept = new Map<string, Kept>();
  /** Names that a distribution of somebody else has. */
  readonly held = new Set<string>();
  /** Names whose record leads to a distribution of somebody else. */
  readonly ledAway = new Set<string>();
  private made = 0;

  constructor(
    private readonly functions: WorldFunctions,
    private readonly certificates: WorldCertificates,
    private readonly tags: WorldTags,
  ) {}

  async find(id: string): Promise<SiteDistribution | undefined> {
    const kept = this.kept.get(id);
    if (!kept) return undefined;
    if (kept.looksUntilDeployed > 0)
      this.kept.set(id, { ...kept, looksUntilDeployed: kept.looksUntilDeployed - 1 });
    return { ...kept, etag: `E-${kept.revision}`, deployed: kept.looksUntilDeployed === 0 };
  }

  async findMade(callerReference: string): Promise<SiteDistribution | undefined> {
    const made = [...this.kept.values()].find((each) => each.callerReference === callerReference);
    return made && this.find(made.id);
  }

  /** Of this account. */
  async findHolders(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const ours = [...this.kept.values()].filter(({ accountId }) => accountId === OURS);
    return new Map(
      ours.flatMap(({ id, aliases }) =>
        aliases.filter((alias) => names.includes(alias)).map((alias) => [alias, id] as const),
      ),
    );
  }

  /** The one that an edge takes for a host: by the exact name, else by a wildcard. */
  serving(host: string): Kept | undefined {
    const enabled = [...this.kept.values()].filter((each) => each.enabled);
    const wildcards = host.split('.').map((_, at, labels) => ['*', ...labels.slice(at + 1)].join('.'));
    return [host, ...wildcards].flatMap(
      (name) => enabled.find(({ aliases }) => aliases.includes(name)) ?? [],
    )[0];
  }

  /** UpdateDomainAssociation, within one account. */
  async move(alias: string, id: string, etag: string): Promise<void> {
    const target = this.at(id, etag);
    const holder = [...this.kept.values()].find(({ aliases }) => aliases.includes(alias));
    if (!holder || holder.accountId !== target.accountId) throw refused(`nobody here holds ${alias}`);
    if (holder === target) return;
    this.write(holder.id, { ...holder, aliases: holder.aliases.filter((each) => each !== alias) });
    this.write(id, { ...target, aliases: [...target.aliases, alias] });
  }

  async create(draft: DistributionDraft): Promise<SiteDistribution> {
    const there = await this.findMade(draft.callerReference);
    if (there) return there;
    return this.add(`EDFDVBD${++this.made}`, draft);
  }

  /** Also somebody else's own. */
  async add(
    id: string,
    draft: Partial<DistributionDraft> & Pick<DistributionDraft, 'callerReference' | 'aliases'>,
    accountId = OURS,
  ) {
    const { callerReference, aliases, certificateArn, functionArn, tags = {} } = draft;
    const { priceClass = 'PriceClass_All', httpsFirst = 'WhereHsts', origin, logs } = draft;
    const arn = `arn:aws:cloudfront::${accountId}:distribution/${id}`;
    this.write(id, {
      ...{ id, accountId, callerReference, aliases, certificateArn, functionArn },
      arn,
      settings: { priceClass, httpsFirst, origin, logs },
      domainName: `${id.toLowerCase()}.cloudfront.net`,
      enabled: true,
      ipv6Enabled: true,
      revision: 0,
      looksUntilDeployed: 0,
    });
    this.tags.kept.set(arn, tags);
    return (await this.find(id))!;
  }

  async edit(id: string, edit: SiteDistributionEdit, etag: string): Promise<void> {
    const kept = this.at(id, etag);
    const { certificateArn = kept.certificateArn, functionArn = kept.functionArn } = edit;
    this.write(id, {
      ...kept,
      aliases: edit.aliases ?? kept.aliases,
      enabled: edit.enabled ?? kept.enabled,
      certificateArn: certificateArn ?? undefined,
      functionArn: functionArn ?? undefined,
      settings: edit.settings ?? kept.settings,
    });
  }

  async remove(id: string, etag: string): Promise<void> {
    const { arn, enabled, looksUntilDeployed } = this.at(id, etag);
    if (enabled) throw refused('DistributionNotDisabled');
    if (looksUntilDeployed > 0) throw inUse(id);
    this.kept.delete(id);
    this.tags.kept.delete(arn);
    this.refer();
  }

  private write(id: string, next: Kept): void {
    const names = this.certificates.issuedNames(next.certificateArn);
    const open = next.aliases.find((alias) => !covers(names, alias));
    if (open !== undefined) throw refused(`InvalidViewerCertificate: ${open}`);
    const others = [...this.kept.values()].filter((each) => each.id !== id).flatMap(({ aliases }) => aliases);
    const held = next.aliases.find((alias) => this.held.has(alias) || others.includes(alias));
    if (held !== undefined) throw aliasHeld();
    if (next.aliases.some((alias) => this.ledAway.has(alias))) throw ledAway();
    if (next.functionArn !== undefined && ![...this.functions.kept.values()].some((each) => each.live))
      throw refused('the function is not published');
    this.kept.set(id, { ...next, revision: next.revision + 1, looksUntilDeployed: 2 });
    this.refer();
  }

  /** Tells functions and certificates who uses them. */
  private refer(): void {
    this.functions.associated.clear();
    this.certificates.used.clear();
    for (const { functionArn, certificateArn } of this.kept.values()) {
      if (functionArn !== undefined) this.functions.associated.add(functionArn);
      if (certificateArn !== undefined) this.certificates.used.add(certificateArn);
    }
  }

  private at(id: string, etag: string): Kept {
    const kept = this.kept.get(id);
    if (!kept) throw absent(`distribution ${id}`);
    if (etag !== `E-${kept.revision}`) throw stale(id);
    return kept;
  }
}
