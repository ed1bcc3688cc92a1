import { throttled } from '../../src/faults/throttled';
import { restXml } from '../../src/wire/rest-xml';
import { serviceModels } from '../../src/wire/schemas';
import { AwsFailure } from '../../src/world/failure';
import { ask, gateThat, output, request, responseOf } from '../support/asking';

const protocol = restXml(serviceModels.get('cloudfront')!);
const operation = (name: string) => serviceModels.get('cloudfront')!.operations.get(name)!;
const distribution = '/2020-05-31/distribution/E1';

describe('CloudFront’s documents on the wire [measured]', () => {
  test('an error is an ErrorResponse with type, code and message in CloudFront’s namespace', () => {
    const failure = new AwsFailure('CNAMEAlreadyExists', 409, 'taken');
    const { status, body } = protocol.refuse(failure, 'r-1');
    expect(status).toBe(409);
    expect(body).toContain(
      '<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type>' +
        '<Code>CNAMEAlreadyExists</Code><Message>taken</Message></Error><RequestId>r-1</RequestId></ErrorResponse>',
    );
  });

  test('a wildcard in the query of AssociateAlias comes with its star escaped', () => {
    const gate = gateThat(output({}));
    ask(gate, request('cloudfront', ['PUT', `${distribution}/associate-alias?Alias=%2A.example.com`]));
    expect(gate.asked[0]?.input).toEqual({ TargetDistributionId: 'E1', Alias: '*.example.com' });
  });

  test('aliases are counted, and each is a CNAME', () => {
    const answered = protocol.write(
      operation('GetDistributionConfig'),
      { DistributionConfig: { CallerReference: 'c', Aliases: { Quantity: 1, Items: ['www.example.com'] } } },
      'r-1',
    );
    expect(String(answered.body)).toMatch(
      /<DistributionConfig xmlns="[^"]+"><CallerReference>c<\/CallerReference><Aliases><Quantity>1<\/Quantity><Items><CNAME>www\.example\.com<\/CNAME><\/Items><\/Aliases><\/DistributionConfig>$/,
    );
  });

  test('conflicts of a domain are nested twice under the same name', () => {
    const answered = protocol.write(
      operation('ListDomainConflicts'),
      { DomainConflicts: [{ Domain: 'a.example.com' }] },
      'r-1',
    );
    expect(String(answered.body)).toContain(
      '<DomainConflicts><DomainConflicts><Domain>a.example.com</Domain></DomainConflicts></DomainConflicts>',
    );
  });

  test('an answer that carries a version says so in the ETag header', () => {
    const { headers } = protocol.write(operation('GetDistributionConfig'), { ETag: 'E2' }, 'r-1');
    expect(headers.ETag).toBe('E2');
  });

  test('throttling is an error that the model does not have: 400 Throttling, Rate exceeded', () => {
    const strike = { request: { service: 'cloudfront' }, latencyMs: 0 } as Parameters<
      NonNullable<typeof throttled.instead>
    >[0];
    const answer = throttled.instead?.(strike);
    const gate = gateThat(answer!);
    const { status, body } = responseOf(ask(gate, request('cloudfront', ['GET', distribution])));
    expect(status).toBe(400);
    expect(body).toContain('<Code>Throttling</Code><Message>Rate exceeded</Message>');
  });
});
