import type {
  AliasHolder,
  CloudFrontPort,
  Distribution,
  DistributionEdit,
  ViewerAnswer,
} from '@cutover/alias-migration';
import { covers, isWithin } from '@cutover/handler-kit';
import type { SitePorts } from '../../src';
import { answerOnceBy } from './engine';
import { absent } from './refusals';
import type { World } from './world';
import { OURS } from './world-distributions';

/** The same world as a migration of aliases sees it: distributions of several accounts, and viewers. */
export function movesOf(world: World): SitePorts['moves'] {
  const target = cloudFrontOf(world, OURS);
  return ({ source }) => ({
    cloudFront: { target, source: cloudFrontOf(world, source.accountId || OURS) },
    certificates: {
      findCertificate: async (arn) => {
        const found = await world.certificates.find(arn);
        return found && { arn, status: found.status, names: [...found.names] };
      },
    },
    dns: {
      findZone: async (id) => {
        const name = await world.dns.findZone(id);
        return name === undefined ? undefined : { id, name, nameServers: ['ns-1.example'], isPrivate: false };
      },
      findRecords: async (id, names) => {
        const found = await world.dns.findRecords(id, names);
        return found.flatMap(({ type, ...rest }) =>
          type === 'A' || type === 'AAAA' || type === 'CNAME' || type === 'HTTPS' ? [{ ...rest, type }] : [],
        );
      },
      changeRecords: (id, batch) => world.dns.change(id, batch),
      isPublished: (id) => world.dns.isPublished(id),
      findTexts: async () => [],
      findAuthority: async (name) => {
        const zone = [...world.dns.zones.values()].find((each) => isWithin(name, each.name));
        return zone && { name: zone.name, nameServers: ['ns-1.example'] };
      },
      askAuthority: async (_zone, name) => [
        {
          nameServer: 'ns-1.example',
          values: world.dns.recordsAt(name).flatMap(({ values = [] }) => values),
        },
      ],
    },
    viewer: { request: async ({ host, path }) => [answerAt(world, host, path)] },
  });
}

function cloudFrontOf(world: World, accountId: string): CloudFrontPort {
  const { distributions } = world;
  const find = async (id: string): Promise<Distribution | undefined> => {
    if (distributions.kept.get(id)?.accountId !== accountId) return undefined;
    const there = await distributions.find(id);
    return there && { ...there, ...FEATURES, accountId, certificate: certificateOf(there.certificateArn) };
  };
  return {
    findDistribution: find,
    editDistribution: async (id, edit: DistributionEdit, etag) => {
      const there = await find(id);
      if (!there) throw absent(`distribution ${id}`);
      const left = there.aliases.filter((alias) => !edit.removeAliases.includes(alias));
      const added = edit.addAliases.filter((alias) => !left.includes(alias));
      await distributions.edit(id, { aliases: [...left, ...added] }, etag);
    },
    moveAlias: async (alias, id, etag) => distributions.move(alias, id, etag),
    // Its moves take UpdateDomainAssociation, which this world never refuses.
    associateAlias: () => Promise.reject(new Error('AssociateAlias is not modelled here')),
    // Every source of its moves is declared.
    listDistributions: () => Promise.reject(new Error('ListDistributions is not modelled here')),
    findConflicts: async (domain, asking): Promise<AliasHolder[]> =>
      [...distributions.kept.values()]
        .filter((each) => each.id !== asking && each.aliases.includes(domain))
        .map((each) => ({
          domain,
          distributionId: each.id,
          accountId: each.accountId,
          kind: 'distribution',
        })),
  };
}

const FEATURES = { staging: false, tenantOnly: false, httpVersion: 'http2and3' };

const certificateOf = (arn: string | undefined): Distribution['certificate'] =>
  arn === undefined
    ? { kind: 'default' }
    : { kind: 'acm', arn, sslSupportMethod: 'sni-only', minimumProtocolVersion: 'TLSv1.2_2021' };

/** What an edge answers that has the newest of everything. */
export function answerAt(world: World, host: string, path: string, now = world.now): ViewerAnswer {
  const address = '203.0.113.1';
  const there = world.distributions.serving(host);
  if (!there) return { address, kind: 'answered', status: 403, headers: {} };
  if (!covers(world.certificates.issuedNames(there.certificateArn), host))
    return { address, kind: 'failed', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' };
  const running = [...world.functions.kept.values()].find(({ arn }) => arn === there.functionArn)?.live;
  if (!running) return { address, kind: 'answered', status: 200, headers: { 'x-from': there.id } };
  const items = world.stores.itemsOf(running.storeArn);
  const { status, location, headers } = answerOnceBy(running.code, items, { host, uri: path, now });
  return { address, kind: 'answered', status, headers: { ...headers, ...(location && { location }) } };
}
