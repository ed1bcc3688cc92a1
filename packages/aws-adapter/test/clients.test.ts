import { GetDistributionCommand } from '@aws-sdk/client-cloudfront';
import { GetHostedZoneCommand } from '@aws-sdk/client-route-53';
import { sessionName } from '../src/assume-role';
import { stubbedClients, xml, xmlError } from './stub';

const assumed = xml(
  '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>AKIDROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>',
);
const sourceRole = { roleArn: 'arn:aws:iam::636696000000:role/Move', externalId: 'ext-1' };

describe('clients', () => {
  test('ask the source through its role, and assume it once', async () => {
    const { clients, sent } = stubbedClients([assumed, xml('<Distribution/>')], { sourceRole });
    const client = await clients.sourceCloudFront();
    await client.send(new GetDistributionCommand({ Id: 'E1' }));
    await (await clients.sourceCloudFront()).send(new GetDistributionCommand({ Id: 'E1' }));
    expect(sent.map((request) => request.hostname)).toEqual([
      'sts.us-east-1.amazonaws.com',
      'cloudfront.amazonaws.com',
      'cloudfront.amazonaws.com',
    ]);
    expect(Object.fromEntries(new URLSearchParams(sent[0]?.body))).toMatchObject({
      Action: 'AssumeRole',
      RoleArn: sourceRole.roleArn,
      ExternalId: 'ext-1',
      RoleSessionName: 'cutover-am-1',
      DurationSeconds: '900',
    });
    expect(sent[1]?.headers.authorization).toContain('Credential=AKIDROLE/');
  });

  test('ask the target and a zone without a role with the keys of the caller', async () => {
    const { clients, sent } = stubbedClients([xml('<Distribution/>')], { sourceRole });
    await (await clients.targetCloudFront()).send(new GetDistributionCommand({ Id: 'E1' }));
    await (await clients.route53()).send(new GetHostedZoneCommand({ Id: 'Z1' }));
    expect(sent.map((request) => /Credential=(\w+)/.exec(request.headers.authorization ?? '')?.[1])).toEqual([
      'AKIDCALLER',
      'AKIDCALLER',
    ]);
  });

  test('use one client for both sides when the source needs no role', async () => {
    const { clients } = stubbedClients([]);
    expect(await clients.sourceCloudFront()).toBe(await clients.targetCloudFront());
  });

  test('say what to mend when the role may not be assumed', async () => {
    const { clients } = stubbedClients(
      [xmlError(403, 'AccessDenied', 'not authorized to perform: sts:AssumeRole')],
      {
        sourceRole,
      },
    );
    await expect(clients.sourceCloudFront()).rejects.toMatchObject({
      failure: 'Denied',
      code: 'AccessDenied',
      message: expect.stringMatching(/role\/Move with the ExternalId given.*trust policy.*ExternalId/),
    });
  });
});

describe('session names', () => {
  test('are what STS takes', () => {
    expect(sessionName('am-1')).toBe('cutover-am-1');
    expect(sessionName('a/b c')).toBe('cutover-a-b-c');
    expect(sessionName('x'.repeat(99))).toHaveLength(64);
  });
});
