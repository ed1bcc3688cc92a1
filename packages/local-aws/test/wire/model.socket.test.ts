import * as acm from '@aws-sdk/client-acm';
import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cloudfront from '@aws-sdk/client-cloudfront';
import * as keyValueStore from '@aws-sdk/client-cloudfront-keyvaluestore';
import * as route53 from '@aws-sdk/client-route-53';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { chanceOf } from '@cutover/ground';
import type { Gate } from '../../src/wire/options';
import { serviceModels } from '../../src/wire/schemas';
import { startWire, type WireServer } from '../../src/wire/server';
import type { Answer, Request } from '../../src/world/operation';
import type { World } from '../../src/world/world';
import { toLoopback } from '../support/clients';
import { sampleOf } from '../support/samples';

/** All that the wire asks of a client: to be sent a command. */
interface Client {
  send(command: unknown): Promise<Record<string, unknown>>;
  destroy(): void;
}

let wire: WireServer;
let asked: Request | undefined;
let next: Answer;

const gate: Gate = {
  answer: (_, request) => {
    asked = request;
    return next;
  },
  callerOf: (_, accountId, region) => ({ accountId, region }),
  advance: () => {},
};

beforeAll(async () => {
  const world = { chance: chanceOf('model') } as World;
  wire = await startWire(world, { now: () => Date.parse('2026-03-01T12:00:00Z'), gate });
});
afterAll(() => wire.stop());

const packages: Record<string, Record<string, unknown>> = {
  acm,
  cloudformation,
  cloudfront,
  'cloudfront-keyvaluestore': keyValueStore,
  route53,
  ssm,
  sts,
};
const clientNames: Record<string, string> = {
  acm: 'ACMClient',
  cloudformation: 'CloudFormationClient',
  cloudfront: 'CloudFrontClient',
  'cloudfront-keyvaluestore': 'CloudFrontKeyValueStoreClient',
  route53: 'Route53Client',
  ssm: 'SSMClient',
  sts: 'STSClient',
};
const storeArn = 'arn:aws:cloudfront::636696000000:key-value-store/00000000-0000-4000-8000-000000000001';

/** Anyone may call these: their proof of identity is in the form, and the request is not signed. */
const unsigned = ['AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity'];

describe.each(Object.keys(packages))('the real client of %s', (service) => {
  const exported = packages[service]!;
  const operations = [...serviceModels.get(service)!.operations.values()].filter(
    ({ name }) => !unsigned.includes(name) && `${name}Command` in exported,
  );
  let client: Client;

  beforeAll(() => {
    const Constructor = exported[clientNames[service]!] as new (settings: object) => Client;
    client = new Constructor({
      // With an account before it, a host that ends in digits would be no host of a URL.
      endpoint: `http://localhost:${wire.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: '636696000000', secretAccessKey: 'any' },
      maxAttempts: 1,
      requestHandler: toLoopback,
    });
  });
  afterAll(() => client.destroy());

  const call = (operation: string, input: unknown) => {
    const Command = exported[`${operation}Command`] as new (input: unknown) => unknown;
    return client.send(new Command(input));
  };

  test.each(operations)('is understood, and understands, at $name', async ({ name, input, output }) => {
    const [sent, answered] = [input, output].map((shape) => (shape.isStructSchema() ? sampleOf(shape) : {}));
    // The client itself reads it: the account in it goes before the host.
    if (service === 'cloudfront-keyvaluestore') Object.assign(sent as object, { KvsARN: storeArn });
    next = { kind: 'output', output: answered, latencyMs: 0 };
    const { $metadata, ...received } = await call(name, sent);
    expect(asked).toMatchObject({ service, operation: name, caller: { accountId: '636696000000' } });
    expect(asked?.input).toEqual(sent);
    expect(received).toEqual(answered);
    expect($metadata).toMatchObject({
      requestId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
  });
});
