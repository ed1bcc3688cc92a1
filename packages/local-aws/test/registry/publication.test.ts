import { answer } from '../../src/world/gate';
import { publisherIdOf } from '../../src/world/registry/public-record';
import type { World } from '../../src/world/world';
import { administrator, bareWorld } from '../support/bare-world';
import { addPackage, greeting } from '../support/type-package';

const account = '111111111111';
const of = { Type: 'RESOURCE', TypeName: greeting };
const PublisherId = publisherIdOf(account);

/** What the tests read of outputs. */
interface Told {
  readonly TypeTestsStatus: string;
  readonly PublicTypeArn: string;
  readonly Arn: string;
}

/** The output of an operation, or `Code: message` of its error. */
function ask(world: World, operation: string, input: object, region = 'us-east-1'): Told {
  const caller = administrator(account, region);
  const request = { service: 'cloudformation', operation, input, caller, actor: 'test', into: 0 } as const;
  const given = answer(world, request);
  const told = given.kind === 'failure' ? `${given.code}: ${given.message}` : given.kind;
  return (given.kind === 'output' ? given.output : told) as Told;
}

/** A publisher with one registered version. */
function publisherWith(key = 'one.zip', region = 'us-east-1'): World {
  const world = bareWorld();
  ask(world, 'RegisterPublisher', { AcceptTermsAndConditions: true }, region);
  register(world, key, region);
  return world;
}

function register(world: World, key: string, region = 'us-east-1'): void {
  const SchemaHandlerPackage = addPackage(world, account, greeting, key);
  ask(world, 'RegisterType', { ...of, SchemaHandlerPackage }, region);
  world.now += 60_000;
}

/** Tests the default version, and lets the suite say so. */
function suiteEnds(world: World, isPassed = true, region = 'us-east-1'): void {
  ask(world, 'TestType', of, region);
  for (const { digest } of world.typeTests.splice(0))
    world.testVerdicts.set(digest, {
      isPassed,
      description: isPassed ? 'all passed' : 'contract_create failed',
    });
  world.now += 600_000;
}

describe('a test', () => {
  test('is not seen at first, then in progress until the suite has ended', () => {
    const world = publisherWith();
    const status = () => ask(world, 'DescribeType', of).TypeTestsStatus;
    ask(world, 'TestType', of);
    expect(status()).toBe('NOT_TESTED');
    world.now += 10_000;
    expect(status()).toBe('IN_PROGRESS');
    world.now += 3_600_000;
    expect(status()).toBe('IN_PROGRESS');
    world.testVerdicts.set(world.typeTests[0]!.digest, {
      isPassed: false,
      description: 'contract_list failed',
    });
    expect(ask(world, 'DescribeType', of)).toMatchObject({
      TypeTestsStatus: 'FAILED',
      TypeTestsStatusDescription: 'contract_list failed',
    });
  });

  test('is run once for a package, however many regions ask for it', () => {
    const world = publisherWith();
    register(world, 'one.zip', 'eu-west-1');
    ask(world, 'TestType', of);
    ask(world, 'TestType', of, 'eu-west-1');
    expect(world.typeTests).toHaveLength(1);
  });
});

describe('publication', () => {
  test('needs a publisher, in that very region', () => {
    const world = publisherWith('one.zip', 'eu-west-1');
    register(world, 'one.zip');
    expect(ask(world, 'PublishType', of)).toContain('is not verified as a publisher');
  });

  test('needs a test that has passed', () => {
    const world = publisherWith();
    expect(ask(world, 'PublishType', of)).toContain('needs to be tested first');
    suiteEnds(world, false);
    expect(ask(world, 'PublishType', of)).toContain('needs to be tested first');
  });

  test('takes no number the first time', () => {
    const world = publisherWith();
    suiteEnds(world);
    expect(ask(world, 'PublishType', { ...of, PublicVersionNumber: '1.0.0' })).toContain(
      "PublicVersionNumber can't be set for publishing a type for the first time",
    );
    expect(ask(world, 'PublishType', of).PublicTypeArn).toBe(
      `arn:aws:cloudformation:us-east-1::type/resource/${PublisherId}/Acme-Demo-Greeting/1.0.0`,
    );
  });

  test.each([
    [undefined, '1.1.0'],
    ['2.0.0', '2.0.0'],
    ['1.0.1', '1.0.1'],
    ['1.0.0', 'refused'],
    ['0.9.0', 'refused'],
    ['1.1', 'refused'],
  ])('after 1.0.0, with the number %s, is %s', (PublicVersionNumber, expected) => {
    const world = publisherWith();
    suiteEnds(world);
    ask(world, 'PublishType', of);
    const { PublicTypeArn = 'x/refused' } = ask(world, 'PublishType', { ...of, PublicVersionNumber });
    expect(PublicTypeArn.split('/').at(-1)).toBe(expected);
  });

  test('is of one region, and of everybody in it', () => {
    const world = publisherWith();
    suiteEnds(world);
    ask(world, 'PublishType', of);
    const shown = { ...of, PublisherId };
    expect(ask(world, 'DescribeType', shown)).toMatchObject({ LatestPublicVersion: '1.0.0' });
    expect(ask(world, 'DescribeType', shown, 'eu-west-1')).toContain('TypeNotFoundException');
  });
});

describe('activation', () => {
  test('of what is not published is refused', () => {
    expect(ask(bareWorld(), 'ActivateType', { ...of, PublisherId })).toContain('TypeNotFoundException');
  });

  test('gives a public type an alias beside the private one, until it is deactivated', () => {
    const world = publisherWith();
    suiteEnds(world);
    ask(world, 'PublishType', of);
    expect(ask(world, 'ActivateType', { ...of, PublisherId })).toContain('choose a TypeNameAlias');
    const TypeNameAlias = 'Acme::Smoke::Greeting';
    const { Arn } = ask(world, 'ActivateType', { ...of, PublisherId, TypeNameAlias });
    expect(ask(world, 'DescribeType', { ...of, TypeName: TypeNameAlias })).toMatchObject({
      Arn,
      IsActivated: true,
      LatestPublicVersion: '1.0.0',
    });
    ask(world, 'DeactivateType', { Arn });
    expect(ask(world, 'DescribeType', { ...of, TypeName: TypeNameAlias })).toContain('TypeNotFound');
  });
});

test('a type configuration is kept, and is not in the log of calls', () => {
  const world = publisherWith();
  ask(world, 'SetTypeConfiguration', { ...of, Configuration: '{"ApiKey":"secret"}' });
  expect([...world.typeConfigurations.values()]).toEqual(['{"ApiKey":"secret"}']);
  expect(JSON.stringify(world.calls)).not.toContain('secret');
});
