import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationOf } from '@cutover/alias-migration';
import { permissionsOfCallsFrom } from '../../packages/aws-adapter/test/calls';
import type { Properties } from '../src/codec';

const folder = join(__dirname, '..');
const schema = JSON.parse(readFileSync(join(folder, 'awscommunity-cloudfront-aliasmigration.json'), 'utf8'));

interface Definition {
  readonly $ref?: string;
  readonly properties?: Record<string, Definition>;
  readonly pattern?: string;
  readonly default?: unknown;
}

const resolved = (definition: Definition): Definition =>
  definition.$ref ? schema.definitions[definition.$ref.split('/').at(-1)!] : definition;

/** `Target`, `Target.DistributionId`, ... of everything that the schema declares. */
const pathsOf = (properties: Record<string, Definition>, above = ''): string[] =>
  Object.entries(properties).flatMap(([name, definition]) => [
    above + name,
    ...pathsOf(resolved(definition).properties ?? {}, `${above}${name}.`),
  ]);

const readOnly: string[] = schema.readOnlyProperties.map((pointer: string) => pointer.split('/').at(-1));

/** Everything that can be declared, each value watched: `read` fills with the paths that were asked for. */
function watched(value: unknown, read: Set<string>, above = ''): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return new Proxy(value as Record<string, unknown>, {
    get: (members, name: string) => {
      read.add(above + name);
      return watched(members[name], read, `${above}${name}.`);
    },
  });
}

const everything: Properties = {
  Aliases: ['a.example.com'],
  Target: { DistributionId: 'E2222222TARGET', CertificateArn: 'arn' },
  Source: { DistributionId: 'E1111111SOURCE', AccountId: '1', RoleArn: 'arn', ExternalId: 'id' },
  Strategy: 'AUTO',
  CutoverOrder: 'ROUTE_FIRST',
  Wildcard: { Name: '*.example.com', Keep: false },
  MaxDowntimeSeconds: 0,
  Bypass: { Records: [{ Type: 'A', Values: ['198.51.100.7'] }], DrainSeconds: 300 },
  Dns: {
    Mode: 'EXTERNAL',
    HostedZoneId: 'Z1',
    RoleArn: 'arn',
    ExternalId: 'id',
    Semaphore: { HostedZoneId: 'Z2', Value: 'moved' },
    Wait: 'RESUME',
    Resume: '1',
    Gate: { StableSeconds: 60, TimeoutMinutes: 60 },
  },
  Verification: {
    Path: '/',
    ExpectStatus: 200,
    ExpectHeader: { Name: 'x', Value: 'y' },
    MinConsecutive: 3,
    BakeMinutes: 5,
  },
  DeletionBehavior: 'KEEP',
  PlanOnly: false,
};

describe('properties', () => {
  test('of the schema are all read by the codec or set by it, and it reads no others', () => {
    const read = new Set<string>();
    migrationOf(watched(everything, read) as Properties, '310123456789');
    const declarable = pathsOf(schema.properties).filter((path) => !readOnly.includes(path));
    expect([...read].sort()).toEqual(declarable.sort());
  });

  test('have the defaults that the codec takes', () => {
    const { Aliases, Target, Source } = everything;
    const migration = migrationOf({ Aliases, Target, Source }, '1');
    const verification = schema.definitions.Verification.properties;
    expect({
      Strategy: migration.strategy,
      DeletionBehavior: migration.deletionBehavior,
      PlanOnly: migration.planOnly,
      Path: migration.verification.path,
      MinConsecutive: migration.verification.minConsecutive,
      BakeMinutes: migration.verification.bakeMinutes,
    }).toEqual({
      Strategy: schema.properties.Strategy.default,
      DeletionBehavior: schema.properties.DeletionBehavior.default,
      PlanOnly: schema.properties.PlanOnly.default,
      Path: verification.Path.default,
      MinConsecutive: verification.MinConsecutive.default,
      BakeMinutes: verification.BakeMinutes.default,
    });
  });

  test('need no replacement: an update moves again, or is refused with the way to do it', () => {
    expect(schema.createOnlyProperties).toBeUndefined();
  });
});

describe('patterns', () => {
  const label63 = 'a'.repeat(63);
  const { definitions } = schema;
  const patterns: [string, string, { accepts: string[]; refuses: string[] }][] = [
    [
      'an alias',
      schema.properties.Aliases.items.pattern,
      {
        accepts: [
          'a.example.com',
          'example.com',
          '*.example.com',
          '_acme.example.com',
          'xn--bcher-kva.example',
          'a.b.c.example.co.uk',
          `${label63}.example.com`,
          '1.example.com',
        ],
        refuses: [
          'A.example.com',
          'a.example.com.',
          'example',
          '',
          '*',
          'a.*.example.com',
          '*a.example.com',
          '-a.example.com',
          'a-.example.com',
          'a..example.com',
          'a.example.com/path',
          'https://a.example.com',
          `${label63}a.example.com`,
          '203.0.113.10',
          'a example.com',
        ],
      },
    ],
    [
      'a distribution id',
      definitions.DistributionId.pattern,
      {
        accepts: ['E1111111SOURCE', 'EDFDVBD6EXAMPLE', 'E2QWRUHAPOMQZL'],
        refuses: ['', 'e1111111source', 'D1111111SOURCE', 'E1', 'd111111abcdef8.cloudfront.net', 'E111 111'],
      },
    ],
    [
      'a role',
      definitions.RoleArn.pattern,
      {
        accepts: [
          'arn:aws:iam::636696000000:role/mover',
          'arn:aws-cn:iam::636696000000:role/path/mover',
          'arn:aws-us-gov:iam::636696000000:role/mover',
        ],
        refuses: ['mover', 'arn:aws:iam::636696000000:user/mover', 'arn:aws:iam::6366:role/mover'],
      },
    ],
    [
      'a certificate',
      definitions.Target.properties.CertificateArn.pattern,
      {
        accepts: ['arn:aws:acm:us-east-1:310123456789:certificate/8ce3aef1'],
        refuses: [
          'arn:aws:acm:eu-central-1:310123456789:certificate/8ce3aef1',
          'arn:aws:iam::310123456789:server-certificate/x',
        ],
      },
    ],
    [
      'an account',
      definitions.Source.properties.AccountId.pattern,
      { accepts: ['636696000000', '000000000001'], refuses: ['6366', '6366960000000', '63669600000a'] },
    ],
    [
      'a hosted zone',
      definitions.Dns.properties.HostedZoneId.pattern,
      { accepts: ['Z1', 'Z0EXAMPLECOM'], refuses: ['/hostedzone/Z1', 'z1', 'example.com'] },
    ],
    [
      'a path',
      definitions.Verification.properties.Path.pattern,
      { accepts: ['/', '/health?deep=1'], refuses: ['', 'health', '/a b', '/ü'] },
    ],
  ];

  const fits = (pattern: string) => (text: string) => new RegExp(pattern).test(text);

  test.each(patterns)(
    'of %s accepts what is one, and nothing else',
    (_what, pattern, { accepts, refuses }) => {
      expect(accepts.filter((text) => !fits(pattern)(text))).toEqual([]);
      expect(refuses.filter(fits(pattern))).toEqual([]);
    },
  );
});

describe('permissions', () => {
  const called = permissionsOfCallsFrom('ports.ts');

  test('are found in the adapter', () => {
    expect(called).toContain('cloudfront:UpdateDistribution');
    expect(called.length).toBeGreaterThan(10);
  });

  test.each(['create', 'update'])('of %s are those of every call that is made, and no more', (name) => {
    expect([...schema.handlers[name].permissions].sort()).toEqual(called);
  });

  test('of delete are those, but for what only a move forwards looks at', () => {
    const forwards = [
      'acm:DescribeCertificate',
      'cloudfront:ListDistributions',
      'cloudfront:ListDomainConflicts',
      'cloudwatch:DescribeAlarms',
    ];
    expect([...schema.handlers.delete.permissions].sort()).toEqual(
      called.filter((permission) => !forwards.includes(permission)),
    );
  });

  test.each(['read', 'list'])('of %s change nothing', (name) => {
    const changing = schema.handlers[name].permissions.filter(
      (permission: string) => !/:(Get|List|Describe)/.test(permission),
    );
    expect(changing).toEqual([]);
  });
});

test('the handlers may wait as long as CloudFormation allows: 36 hours', () => {
  for (const name of ['create', 'update', 'delete'])
    expect(schema.handlers[name].timeoutInMinutes).toBe(2160);
});
