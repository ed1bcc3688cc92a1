import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answer,
  type CloudFormation,
  createStack,
  deleteStack,
  firstFailure,
  type LocalAws,
  type Stack,
  seedHostedZone,
  startCloudFormation,
  startLocalAws,
  type TypeSchema,
  updateStack,
} from '@cutover/local-aws';
import { checkoutOf, root, seedFixtures, typeFolders } from '../workbench';
import { checkoutBefore, packedAndUnpacked, type UnpackedPackage } from './two-packages';

const account = '310123456789';
const zone = 'Z0EXAMPLECOM';
/** What the account has once, and templates ask for by these names. */
const fixtures = { Domain: 'example.com', HostedZoneId: zone };

/** CloudFormation with one version of the type as its default; stacks stay when another becomes it. */
const withDefault = (aws: LocalAws, { typeName, schema, bundle }: UnpackedPackage): CloudFormation =>
  startCloudFormation({
    ...aws,
    answer,
    types: [{ typeName, schema: schema as TypeSchema, runtime: aws.runtimeOf(bundle) }],
  });

/** How a stack ended, in one line that says why when it was not well. */
const endOf = (stack: Stack): string =>
  [stack.status, firstFailure(stack)?.reason].filter((each) => each !== undefined).join(': ');

describe.each(typeFolders)('test/integ.yml of %s', (type) => {
  const file = join(root, type, 'test', 'integ.yml');
  /** What the version before does not know yet, its own template does not ask for. */
  const fileBefore = (): string => {
    const its = join(checkouts[0]!.folder, type, 'test', 'integ.yml');
    return existsSync(its) ? its : file;
  };
  let checkouts: ReturnType<typeof checkoutOf>[] = [];
  let before: UnpackedPackage;
  let now: UnpackedPackage;
  let aws: LocalAws;
  let old: CloudFormation;

  const request = (Round: string, file: string) => ({
    accountId: account,
    region: 'us-east-1',
    name: 'integ',
    file,
    template: readFileSync(file, 'utf8'),
    parameters: { Round },
  });
  const settled = async (work: Promise<Stack>): Promise<Stack> => {
    let isOver = false;
    const over = work.finally(() => {
      isOver = true;
    });
    await aws.timeline.run(() => isOver);
    return over;
  };
  const ours = (stack: Stack) => [...stack.resources.values()].filter((each) => each.type === now.typeName);

  beforeAll(async () => {
    checkouts = [checkoutBefore(type), checkoutOf(type)];
    [before, now] = (await Promise.all(checkouts.map((each) => packedAndUnpacked(each, type)))) as [
      UnpackedPackage,
      UnpackedPackage,
    ];
    aws = await startLocalAws({
      seed: 'upgrade',
      startedAt: Date.UTC(2026, 0, 1),
      accounts: [{ id: account, name: 'beta' }],
      knobs: { edgeCount: 2, edgeDelaySeconds: [1, 3], deployTailSeconds: [1, 4], publishLagSeconds: [1, 4] },
    });
    seedHostedZone(aws.world, { accountId: account, id: zone, name: 'example.com', records: [] });
    seedFixtures(aws.world, { accountId: account, region: 'us-east-1' }, fixtures);
    old = withDefault(aws, before);
  }, 300_000);
  afterAll(async () => {
    await aws?.stop();
    for (const checkout of checkouts) checkout.remove();
  });

  test('runs with two packages that are not the same', () => {
    expect(now.sha256).not.toBe(before.sha256);
    expect(readFileSync(now.bundle).equals(readFileSync(before.bundle))).toBe(false);
  });

  test('is made by the version before', async () => {
    const stack = await settled(createStack(old, request('1', fileBefore())));
    expect(endOf(stack)).toBe('CREATE_COMPLETE');
    expect(ours(stack).length).toBeGreaterThan(1);
  }, 600_000);

  test('is updated by the new one, in place', async () => {
    const stacks = old.stacks;
    const identities = ours(stacks.values().next().value!).map(({ made }) => made?.physicalId);
    const stack = await settled(
      updateStack({ ...old, providers: withDefault(aws, now).providers }, request('2', file)),
    );
    expect(endOf(stack)).toBe('UPDATE_COMPLETE');
    expect(ours(stack).map(({ made }) => made?.physicalId)).toEqual(identities);
  }, 600_000);

  test('has not drifted then: what is read is what the template says', () => {
    const [stack] = [...old.stacks.values()];
    for (const { made, properties } of ours(stack!)) expect(made?.model).toMatchObject(properties);
  });

  test('goes with the new one, and nothing is left', async () => {
    const stack = await settled(
      deleteStack({ ...old, providers: withDefault(aws, now).providers }, request('2', file)),
    );
    expect(endOf(stack)).toBe('DELETE_COMPLETE');
    const { distributions, parameters, certificates, hostedZones } = aws.world;
    expect([[...distributions], [...certificates]]).toEqual([[], []]);
    expect([...parameters.values()].map(({ name }) => name)).toEqual(
      Object.keys(fixtures).map((name) => `/release/fixtures/${name}`),
    );
    // ACM's proofs of certificates that the stack made itself.
    const records = [...hostedZones.values()].flatMap((each) => each.records.map(({ Type }) => Type));
    expect(records.filter((record) => !['SOA', 'NS', 'CNAME'].includes(record!))).toEqual([]);
  }, 600_000);
});
