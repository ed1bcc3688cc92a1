import { seedConnection } from '../../../src/world/codeconnections/connection';
import { source, type Walk } from './walk';

/** Services that are called without a client of their own, by the JSON that one would send. */
export function walkReadiness(walk: Walk): void {
  const arn = `arn:aws:codeconnections:us-east-1:${source}:connection/walk`;

  const ask = async (service: string, target: string, input: object): Promise<unknown> => {
    const credential = `${source}/20260301/us-east-1/${service}/aws4_request`;
    const response = await fetch(`http://127.0.0.1:${walk.port}/`, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=0`,
        'x-amz-target': target,
      },
      body: JSON.stringify(input),
    });
    return response.json();
  };
  const connections = 'com.amazonaws.codeconnections.CodeConnections_20231201';

  test('a connection says what it is', async () => {
    seedConnection(walk.world, { arn, name: 'walk', status: 'ERROR' });
    expect(
      await ask('codeconnections', `${connections}.GetConnection`, { ConnectionArn: arn }),
    ).toMatchObject({
      Connection: { ConnectionArn: arn, ConnectionStatus: 'ERROR' },
    });
    const other = { ConnectionArn: `${arn}-other` };
    expect(await ask('codeconnections', `${connections}.GetConnection`, other)).toMatchObject({
      __type: 'ResourceNotFoundException',
    });
    expect(await ask('codeconnections', `${connections}.GetConnection`, {})).toMatchObject({
      __type: 'ValidationException',
    });
  });

  test('the quota of distributions is the world’s', async () => {
    const target = 'ServiceQuotasV20190624.GetServiceQuota';
    const quota = { ServiceCode: 'cloudfront', QuotaCode: 'L-24B04930' };
    expect(await ask('servicequotas', target, quota)).toMatchObject({
      Quota: { ...quota, Value: 500, GlobalQuota: true },
    });
    expect(await ask('servicequotas', target, { ...quota, QuotaCode: 'L-0' })).toMatchObject({
      __type: 'NoSuchResourceException',
    });
  });
}
