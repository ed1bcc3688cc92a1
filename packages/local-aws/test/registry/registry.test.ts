import { answer } from '../../src/world/gate';
import type { World } from '../../src/world/world';
import { administrator, bareWorld } from '../support/bare-world';
import { addPackage, greeting } from '../support/type-package';

const account = '111111111111';
const of = { Type: 'RESOURCE', TypeName: greeting };

/** The output of an operation, or `Code: message` of its error. */
function ask(world: World, operation: string, input: object, caller = administrator()) {
  const request = { service: 'cloudformation', operation, input, caller, actor: 'test', into: 0 } as const;
  const given = answer(world, request);
  if (given.kind === 'output') return given.output as Record<string, never>;
  return given.kind === 'failure' ? `${given.code}: ${given.message}` : given.kind;
}

const told = (answered: unknown): Record<string, string> => answered as Record<string, string>;

/** A version, after its registration has ended. */
function register(world: World, more: object = {}): Record<string, string> {
  const SchemaHandlerPackage = addPackage(world, account);
  const { RegistrationToken } = told(ask(world, 'RegisterType', { ...of, SchemaHandlerPackage, ...more }));
  world.now += 60_000;
  return told(ask(world, 'DescribeTypeRegistration', { RegistrationToken }));
}

const versionsIn = (world: World): string[] =>
  (told(ask(world, 'ListTypeVersions', of)).TypeVersionSummaries as unknown as Record<string, string>[]).map(
    ({ VersionId, IsDefaultVersion }) => `${VersionId}${IsDefaultVersion ? ' default' : ''}`,
  );

describe('a registration', () => {
  test('is in progress first, and nobody finds the type so long', () => {
    const world = bareWorld();
    const SchemaHandlerPackage = addPackage(world, account);
    const { RegistrationToken } = told(ask(world, 'RegisterType', { ...of, SchemaHandlerPackage }));
    expect(told(ask(world, 'DescribeTypeRegistration', { RegistrationToken })).ProgressStatus).toBe(
      'IN_PROGRESS',
    );
    expect(ask(world, 'DescribeType', of)).toContain('TypeNotFoundException');
  });

  test('with the token of another one is that one', () => {
    const world = bareWorld();
    const one = register(world, { ClientRequestToken: 'sha' });
    const again = register(world, { ClientRequestToken: 'sha' });
    expect(again.TypeVersionArn).toBe(one.TypeVersionArn);
    expect(versionsIn(world)).toEqual(['00000001 default']);
  });

  test.each([
    [
      'no object there',
      { SchemaHandlerPackage: 's3://nowhere/x.zip' },
      'Error validating schemaHandlerPackage',
    ],
    [
      'the schema of another type',
      { TypeName: 'Acme::Demo::Other' },
      'The schema is of Acme::Demo::Greeting',
    ],
  ])('fails in the end with %s', (_what, more, why) => {
    expect(register(bareWorld(), more)).toMatchObject({
      ProgressStatus: 'FAILED',
      Description: expect.stringContaining(why),
    });
  });

  test.each(['AWS::Demo::Greeting', 'Custom::Demo::Greeting', 'Acme::Greeting', 'Acme::D::G'])(
    'of %s is refused at once',
    (TypeName) => {
      expect(ask(bareWorld(), 'RegisterType', { TypeName, SchemaHandlerPackage: 's3://b/k' })).toContain(
        'CFNRegistryException',
      );
    },
  );

  test('is refused when all 50 versions are taken, until one is deregistered', () => {
    const world = bareWorld();
    for (let n = 0; n < 50; n++) register(world);
    const SchemaHandlerPackage = addPackage(world, account);
    expect(ask(world, 'RegisterType', { ...of, SchemaHandlerPackage })).toContain('maximum number');
    ask(world, 'DeregisterType', { ...of, VersionId: '00000002' });
    expect(register(world).TypeVersionArn).toContain('/00000051');
  });
});

describe('versions', () => {
  test('the first one is the default until another is made it', () => {
    const world = bareWorld();
    register(world);
    const { TypeVersionArn } = register(world);
    expect(versionsIn(world)).toEqual(['00000001 default', '00000002']);
    ask(world, 'SetTypeDefaultVersion', { Arn: TypeVersionArn });
    expect(versionsIn(world)).toEqual(['00000001', '00000002 default']);
  });

  test('the default one goes last, and the type with it', () => {
    const world = bareWorld();
    register(world);
    register(world);
    expect(ask(world, 'DeregisterType', { ...of, VersionId: '00000001' })).toContain(
      'is the default version',
    );
    expect(ask(world, 'DeregisterType', of)).toContain('deregister the others');
    ask(world, 'DeregisterType', { ...of, VersionId: '00000002' });
    ask(world, 'DeregisterType', of);
    expect(ask(world, 'ListTypeVersions', of)).toContain('TypeNotFoundException');
  });

  test('are not public: of a publisher, none is found', () => {
    const world = bareWorld();
    register(world);
    expect(ask(world, 'DescribeType', { ...of, PublisherId: 'abc' })).toContain('TypeNotFoundException');
  });

  test.each([
    ['another account', administrator('222222222222')],
    ['another region', administrator(account, 'eu-west-1')],
  ])('are nothing to %s', (_who, caller) => {
    const world = bareWorld();
    register(world);
    expect(ask(world, 'ListTypeVersions', of, caller)).toContain('TypeNotFoundException');
  });
});
