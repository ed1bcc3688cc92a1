import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedObject, type TypePayload, type TypeTurn, type World } from '@cutover/local-aws';
import { readPublished } from '../../src/deliver/prod/published';
import { deliverAll, planInRegions } from '../../src/deliver/run';
import type { Environment, Outcome, ReleasedType, Stage } from '../../src/deliver/stage';
import { sha256 } from '../../src/package/manifest';
import { zipOf } from '../../src/package/zip';
import { root } from '../workbench';
import { accountId, type Bench, home, inbox } from './in-process';

export const greeting = 'Acme::Demo::Greeting';

const template = (name: string): string => readFileSync(join(root, 'release', name), 'utf8');

export const integration = `
Parameters: { Round: { Type: String, Default: '1' } }
Resources: { It: { Type: '${greeting}', Properties: { Name: !Ref Round } } }
`;
const setup = `
Resources: { Note: { Type: AWS::SSM::Parameter, Properties: { Type: String, Value: x } } }
Outputs: { Note: { Value: !Ref Note, Export: { Name: 'Greeting:Note' } } }
`;

/** A type in a version; its name makes its bytes. */
export function released(version: string, name = version, more: Partial<ReleasedType> = {}): ReleasedType {
  const typeName = more.typeName ?? greeting;
  const text = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  const archive = zipOf({ 'schema.json': text({ typeName }), '.rpdk-config': text({ typeName, name }) });
  return {
    typeName,
    slug: typeName.replaceAll('::', '-').toLowerCase(),
    version,
    sha256: sha256(archive),
    archive,
    setup,
    integration,
    configuration: undefined,
    ...more,
  };
}

/** A stage of the publisher in the bench's account. */
export const stageOf = (here: Bench, env: Environment): Stage => ({
  env,
  namespace: 'acme',
  accountId,
  home,
  inbox,
  nextInbox: env === 'beta' ? 'next' : undefined,
  typeRoleArn: 'arn:aws:iam::310123456789:role/acme-types',
  account: here.account,
});

/** Delivers to alpha or beta. */
export function deliver(here: Bench, env: 'alpha' | 'beta', ...types: ReleasedType[]): Promise<Outcome[]> {
  const packages = types.map(({ slug, sha256, archive }) => [
    `release/packages/${slug}/${sha256}.zip`,
    archive,
  ]);
  if (env === 'beta')
    seedObject(here.world, inbox, 'release/release.zip', { body: zipOf(Object.fromEntries(packages)) });
  return deliverAll(stageOf(here, env), types, here.io);
}

export interface Prod {
  readonly regions: readonly string[];
  readonly publish?: boolean;
  readonly waveSize?: number;
}

/** Delivers to prod, by the plan that its registry gives at that moment. */
export async function deliverToPublic(
  here: Bench,
  { regions, publish = true, waveSize = 2 }: Prod,
  ...types: ReleasedType[]
): Promise<Outcome[]> {
  const stage = stageOf(here, 'prod');
  const publisherId = await here.account(home).types.publisherId();
  const published = await readPublished(stage);
  const lines = await planInRegions(here.account, regions, publisherId, types, published);
  const settings = {
    publish,
    publisherId,
    template: template('publish.yml'),
    administrationRoleArn: 'arn:aws:iam::310123456789:role/administration',
    executionRoleName: 'execution',
    logBucket: 'logs',
    waveSize,
  };
  return deliverAll(stage, types, here.io, { settings, lines });
}

/** Makes the account a publisher in these regions. */
export function becomePublisher(
  here: Pick<Bench, 'cloudFormation' | 'world'>,
  regions: readonly string[],
): void {
  for (const region of regions)
    here.cloudFormation.answer(here.world, {
      service: 'cloudformation',
      operation: 'RegisterPublisher',
      input: { AcceptTermsAndConditions: true },
      caller: { accountId, region },
      actor: 'test',
      into: 0,
    });
}

/** `us-east-1 1.0.0 1.1.0` */
export const publicIn = (world: World): string[] =>
  [...world.publicTypes.values()]
    .map((type) => `${type.region} ${type.versions.map(({ number }) => number).join(' ')}`)
    .sort();

/** The digest of the default version in each region. */
export const defaultsIn = (world: World): Record<string, string | undefined> =>
  Object.fromEntries(
    [...world.types.values()].map((type) => [
      type.region,
      type.versions.find((each) => each.versionId === type.defaultVersionId && !each.isDeprecated)?.digest,
    ]),
  );

/** Handlers that keep the model that they are given, as long as `fails` does not speak against it. */
export function keeper(fails: (payload: TypePayload) => string | undefined = () => undefined) {
  const models = new Map<string, object>();
  return (payload: TypePayload): TypeTurn => {
    const { resourceProperties } = payload.requestData;
    const message = fails(payload);
    if (message)
      return { kind: 'answered', event: { status: 'FAILED', errorCode: 'GeneralServiceException', message } };
    const id = String(resourceProperties.Id ?? `id-${models.size + 1}`);
    if (payload.action !== 'READ' && payload.action !== 'DELETE')
      models.set(id, { ...resourceProperties, Id: id });
    const resourceModel = payload.action === 'DELETE' ? null : (models.get(id) as never);
    return { kind: 'answered', event: { status: 'SUCCESS', resourceModel, callbackDelaySeconds: 0 } };
  };
}
