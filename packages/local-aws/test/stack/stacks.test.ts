import { createStack, deleteStack, firstFailure, type StackEvent } from '../../src/stack';
import { answer } from '../../src/world/gate';
import type { Answer } from '../../src/world/operation';
import {
  account,
  deployed,
  distribution,
  lines,
  place,
  record,
  refusalOf,
  request,
  role,
  template,
  zone,
} from './support';

describe('a stack of the types that the driver has', () => {
  test('is complete when each resource is what CloudFormation calls stable', async () => {
    const outputs = `
Outputs:
  Id: { Value: !Ref Target }
  Domain: { Value: !GetAtt Target.DomainName }
  Servers: { Value: !Join [' ', !GetAtt Zone.NameServers] }
  Name: { Value: !Ref Record }
  Arn: { Value: !GetAtt Reader.Arn }
  Certificate: { Value: !Ref Certificate }
  Policy: { Value: !Ref Policy }
`;
    const more = `
  Certificate: 
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: '*.example.com'
      ValidationMethod: DNS
      DomainValidationOptions: [{ DomainName: '*.example.com', HostedZoneId: !Ref Zone }]
  Policy:
    Type: AWS::CloudFront::ResponseHeadersPolicy
    Properties:
      ResponseHeadersPolicyConfig:
        Name: marker
        CustomHeadersConfig: { Items: [{ Header: x-migration, Value: target, Override: true }] }`;
    const text = template(distribution(), zone, record(), role(), more) + outputs;
    const { here, stack } = await deployed(text);
    expect(stack.events.filter(({ status }) => status.endsWith('FAILED'))).toEqual([]);
    expect(stack.status).toBe('CREATE_COMPLETE');
    const [made] = here.world.distributions.values();
    const [hostedZone] = here.world.hostedZones.values();
    const [certificate] = here.world.certificates.values();
    expect(made!.deployedAt).toBeLessThanOrEqual(here.timeline.now());
    expect(hostedZone!.pending).toEqual([]);
    expect(hostedZone!.published.map(({ Name }) => Name)).toContain('a.example.com.');
    expect(stack.outputs).toEqual({
      Id: made!.id,
      Domain: made!.domainName,
      Servers: hostedZone!.nameServers.join(' '),
      Name: 'a.example.com',
      Arn: `arn:aws:iam::${account}:role/reader`,
      Certificate: certificate!.arn,
      Policy: [...here.world.responseHeadersPolicies.values()].find(({ accountId }) => accountId === account)!
        .id,
    });
  });

  test('shows its progress while it happens', async () => {
    const events: StackEvent[] = [];
    const { stack } = await deployed(template(zone), { onEvent: (_stack, event) => events.push(event) });
    expect(events).toEqual(stack.events);
    expect(lines(events)).toEqual([
      'site CREATE_IN_PROGRESS',
      'Zone CREATE_IN_PROGRESS',
      'Zone CREATE_COMPLETE',
      'site CREATE_COMPLETE',
    ]);
  });

  test('is deleted last first, and nothing is left', async () => {
    const { here } = await deployed(template(distribution(), zone, record(), role()));
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(stack.events.filter(({ status }) => status.endsWith('FAILED'))).toEqual([]);
    expect(stack.status).toBe('DELETE_COMPLETE');
    expect(lines(stack.events).filter((line) => line.endsWith('DELETE_COMPLETE'))).toEqual([
      'Reader DELETE_COMPLETE',
      'Record DELETE_COMPLETE',
      'Zone DELETE_COMPLETE',
      'Target DELETE_COMPLETE',
      'site DELETE_COMPLETE',
    ]);
    const { distributions, hostedZones, roles } = here.world;
    expect([distributions.size, hostedZones.size, roles.size]).toEqual([0, 0, 0]);
  });

  test('runs the same for the same seed', async () => {
    const text = template(distribution(), zone, record());
    const [one, other] = [await deployed(text), await deployed(text)];
    expect(other.stack.events).toEqual(one.stack.events);
    expect(other.here.requests).toEqual(one.here.requests);
  });
});

describe('a certificate', () => {
  const certificate = `
  Certificate:
    Type: AWS::CertificateManager::Certificate
    Properties:
      DomainName: '*.example.com'
      ValidationMethod: DNS
      DomainValidationOptions: [{ DomainName: '*.example.com', HostedZoneId: !Ref Zone }]`;
  const viewer = `
Aliases: [a.example.com]
ViewerCertificate: { AcmCertificateArn: !Ref Certificate, SslSupportMethod: sni-only }`;

  test('is issued before the distribution that wants it is made', async () => {
    const { stack, here } = await deployed(template(zone, certificate, distribution(viewer)));
    expect(stack.status).toBe('CREATE_COMPLETE');
    const [made] = here.world.distributions.values();
    expect(made!.config.ViewerCertificate?.ACMCertificateArn).toBe([...here.world.certificates.keys()][0]);
  });

  test('leaves its validation record behind, so that the zone cannot be deleted: as in AWS', async () => {
    const { here } = await deployed(template(zone, certificate));
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(stack.status).toBe('DELETE_FAILED');
    expect(firstFailure(stack)?.reason).toContain(
      'The specified hosted zone contains non-required resource record sets',
    );
    expect(here.world.certificates.size).toBe(0);
  });

  test('whose record nobody writes fails after two hours and is deleted', async () => {
    const alone = certificate.slice(0, certificate.indexOf('\n      DomainValidationOptions'));
    const { stack, here } = await deployed(template(alone));
    expect(firstFailure(stack)?.reason).toMatch(
      /Exceeded attempts to wait: certificate arn:.* was not issued within 120 minutes/,
    );
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(here.world.certificates.size).toBe(0);
  });
});

describe('a request is refused before the first call', () => {
  test.each([
    [
      'a type that is not here',
      template('\n  B: { Type: AWS::DynamoDB::Table }'),
      'site.yml:2: Resources.B.Type: type AWS::DynamoDB::Table is not supported by the local stack driver, which has AWS::',
    ],
    [
      'an attribute that the type does not have',
      template(
        zone,
        '\n  R: { Type: AWS::Route53::RecordSet, Properties: { Name: !GetAtt Zone.Arn, HostedZoneId: z, Type: A } }',
      ),
      'AWS::Route53::HostedZone has no attribute Arn here; it has Id, NameServers',
    ],
    [
      'an attribute in an output',
      `${template(record(), zone)}Outputs: { O: { Value: !GetAtt Record.Id } }`,
      'Outputs.O.Value: AWS::Route53::RecordSet has no attribute Id here; it has none',
    ],
    [
      'a property of the last resource',
      template(distribution(), zone, record('[1]')),
      'Resources.Record.Properties.ResourceRecords.0: must be text, not a list',
    ],
    [
      'an output that is a list',
      `${template(zone)}Outputs: { O: { Value: [a] } }`,
      'Outputs.O.Value: only text can be put together, not a list',
    ],
  ])('%s', async (_what, text, message) => {
    const here = place();
    expect(await refusalOf(() => createStack(here, request(text)))).toContain(message);
    expect(here.requests).toEqual([]);
    expect(here.stacks.size).toBe(0);
  });

  test('a stack that exists', async () => {
    const { here } = await deployed(template(zone));
    expect(await refusalOf(() => createStack(here, request(template(zone))))).toContain(
      'stack site exists already (CREATE_COMPLETE); update it or delete it first',
    );
  });

  test('a stack that does not exist', async () => {
    expect(await refusalOf(() => deleteStack(place(), request('')))).toContain(
      `there is no stack site in account ${account}`,
    );
  });

  test('a stack that is being worked on', async () => {
    const here = place();
    const ended = here.finish((cloudFormation) => createStack(cloudFormation, request(template(zone))));
    expect(await refusalOf(() => deleteStack(here, request('')))).toContain(
      'stack site is in CREATE_IN_PROGRESS; wait until that has ended',
    );
    await ended;
  });
});

describe('a create that fails', () => {
  test('takes back what was made, in reverse, and gives the reason in the words of CloudFormation', async () => {
    const text = template(zone, record(), distribution('Aliases: [a.example.com]'));
    const { stack, here } = await deployed(text);
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(firstFailure(stack)?.reason).toMatch(
      /^Resource handler returned message: "Invalid request provided: AWS::CloudFront::Distribution: To add an alternate domain name .* \(Service: CloudFront, Status Code: 400, Request ID: [0-9a-f-]{36}\)" \(RequestToken: [0-9a-f-]{36}, HandlerErrorCode: InvalidRequest\)$/,
    );
    expect(lines(stack.events).slice(-6)).toEqual([
      'site ROLLBACK_IN_PROGRESS',
      'Record DELETE_IN_PROGRESS',
      'Record DELETE_COMPLETE',
      'Zone DELETE_IN_PROGRESS',
      'Zone DELETE_COMPLETE',
      'site ROLLBACK_COMPLETE',
    ]);
    expect(here.world.hostedZones.size).toBe(0);
  });

  test('keeps what a resource that could not be deleted still needs', async () => {
    const broken: typeof answer = (world, asked) =>
      JSON.stringify(asked.input).includes('"DELETE"')
        ? { kind: 'failure', code: 'InvalidChangeBatch', status: 400, message: 'no', latencyMs: 1 }
        : answer(world, asked);
    const { stack } = await deployed(
      template(zone, record(), role(), role('reader').replace('Reader:', 'Twin:')),
      { answer: broken },
    );
    expect(firstFailure(stack)?.reason).toContain(
      'Role with name reader already exists. (Service: Iam, Status Code: 409',
    );
    expect(stack.status).toBe('ROLLBACK_FAILED');
    expect(stack.statusReason).toBe('The following resource(s) failed to delete: [Record].');
    expect(lines(stack.events)).toContain('Reader DELETE_COMPLETE');
    expect(lines(stack.events)).not.toContain('Zone DELETE_IN_PROGRESS');
  });
});

describe('a call that did not come through', () => {
  const failing = (times: number, as: Answer) => {
    let left = times;
    const gate: typeof answer = (world, asked) => (left-- > 0 ? as : answer(world, asked));
    return gate;
  };
  const throttled: Answer = {
    kind: 'failure',
    code: 'Throttling',
    status: 400,
    message: 'Rate exceeded',
    latencyMs: 1,
  };

  test.each<[string, Answer]>([
    ['throttled', throttled],
    [
      'failed on the other side',
      { kind: 'failure', code: 'ServiceUnavailable', status: 503, message: 'later', latencyMs: 1 },
    ],
    ['never answered', { kind: 'silence', latencyMs: 1 }],
  ])('%s, is made again', async (_what, as) => {
    expect((await deployed(template(zone), { answer: failing(2, as) })).stack.status).toBe('CREATE_COMPLETE');
  });

  test.each<[string, Answer, string]>([
    [
      'throttling',
      throttled,
      "Rate exceeded for operation 'AWS::Route53::HostedZone: Rate exceeded (Service: Route53, Status Code: 400",
    ],
    [
      'a failing service',
      { kind: 'failure', code: 'InternalError', status: 500, message: 'x', latencyMs: 1 },
      'Internal error reported from downstream service',
    ],
    ['silence', { kind: 'silence', latencyMs: 1 }, 'route53.CreateHostedZone was not answered'],
  ])('%s without end fails the resource', async (_what, as, reason) => {
    const { stack } = await deployed(template(zone), { answer: failing(99, as) });
    expect(firstFailure(stack)?.reason).toContain(reason);
  });

  test('denied is not made again', async () => {
    const denied: Answer = {
      kind: 'failure',
      code: 'AccessDenied',
      status: 403,
      message: 'not you',
      latencyMs: 1,
    };
    const { here, stack } = await deployed(template(zone), { answer: failing(99, denied) });
    expect(firstFailure(stack)?.reason).toContain(
      "Access denied for operation 'AWS::Route53::HostedZone: not you",
    );
    expect(here.requests).toHaveLength(1);
  });
});
