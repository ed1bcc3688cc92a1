import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedRole, type World } from '@cutover/local-aws';
import { parse } from 'yaml';
import { ACCOUNTS, SOURCE, ZONE } from '../src/cast';
import { live } from '../src/run';
import { type Case, returns } from '../src/worlds';

const folder = join(__dirname, '../../../examples/roles');
const values: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::AccountId': ACCOUNTS.source,
  TargetAccountId: ACCOUNTS.target,
  ExternalId: 'move-2026',
  DistributionId: SOURCE,
  HostedZoneId: ZONE,
};

type Role = Pick<Parameters<typeof seedRole>[1], 'trust' | 'policies'>;

/** The role of a template, as CloudFormation makes it of these parameters. */
function roleIn(file: string): Role {
  const filled = (text: string): string => text.replaceAll(/\$\{([\w:]+)\}/g, (_, name) => values[name]!);
  const tags = ['!Ref', '!Sub', '!GetAtt'].map((tag) => ({
    tag,
    resolve: (text: string) => (tag === '!Ref' ? values[text] : filled(text)),
  }));
  const { Resources } = parse(readFileSync(join(folder, file), 'utf8'), { customTags: tags });
  const { AssumeRolePolicyDocument: trust, Policies } = Resources.Role.Properties;
  return { trust, policies: Policies.map((policy: { PolicyDocument: object }) => policy.PolicyDocument) };
}

const roles = { source: roleIn('source-role.yml'), dns: roleIn('dns-role.yml') };
const arnOf = (name: string): string => `arn:aws:iam::${ACCOUNTS.source}:role/${name}`;
const externalId = values.ExternalId;

/** There and back, with these two roles and no other. */
async function thereAndBack(scenario: Case, without?: string): Promise<boolean> {
  const { migration } = scenario;
  const dns = migration.dns && { ...migration.dns, roleArn: arnOf('dns'), externalId };
  const source = { ...migration.source, roleArn: arnOf('source'), externalId };
  const world = scenario.make('1');
  world.roles.clear();
  for (const [name, role] of Object.entries(roles)) seedRole(world, roleWithout(name, role, without));
  // A change that nobody may ask about would be waited for over hours.
  const declared = { ...migration, source, dns, dnsGate: { timeoutMinutes: 10 } };
  const { created, deleted } = await live({ ...scenario, migration: declared }, world);
  return created === 'succeeded' && deleted === 'succeeded';
}

const roleWithout = (name: string, { trust, policies }: Role, without?: string) => ({
  name,
  arn: arnOf(name),
  accountId: ACCOUNTS.source,
  trust,
  policies: policies.map((policy) => ({
    Statement: policy.Statement.map((statement) => ({
      ...statement,
      Action: [statement.Action].flat().filter((action) => action !== without),
    })),
  })),
});

/** One of each way that crosses accounts. */
const crossing = ['WILDCARD', 'BYPASS', 'DISABLED_SOURCE'].map(
  (strategy) =>
    returns.find(
      ({ migration }) => migration.strategy === strategy && migration.source.roleArn && migration.dns,
    )!,
);

test.each(crossing.map((each) => [each.migration.strategy, each] as const))(
  '%s goes there and back with the two roles',
  async (_, scenario) => {
    expect(await thereAndBack(scenario)).toBe(true);
  },
);

const actionsOf = ({ policies }: Role): string[] =>
  policies.flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action));

test.each(Object.values(roles).flatMap(actionsOf))('none comes to its end without %s', async (action) => {
  for (const scenario of crossing) expect(await thereAndBack(scenario, action)).toBe(false);
});

test('whoever does not know the external id stays out', async () => {
  const [scenario] = crossing;
  const { migration } = scenario!;
  const strange = { ...migration.source, roleArn: arnOf('source'), externalId: 'guessed' };
  const world: World = scenario!.make('1');
  seedRole(world, roleWithout('source', roles.source));
  const { created } = await live({ ...scenario!, migration: { ...migration, source: strange } }, world);
  expect(created).toBe('failed');
});
