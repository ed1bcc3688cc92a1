import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { clientsFor } from '../../support/clients';
import { source, target, targetRole, type Walk } from './walk';

/** Identities and roles. */
export function walkSts(walk: Walk): void {
  test('a role of another account, and what it may not do', async () => {
    const client = walk.clients.sts;
    expect((await client.send(new sts.GetCallerIdentityCommand({}))).Account).toBe(source);
    expect((await client.send(new sts.GetSessionTokenCommand({}))).Credentials?.Expiration).toBeInstanceOf(
      Date,
    );
    const { Credentials } = await client.send(
      new sts.AssumeRoleCommand({ RoleArn: targetRole, RoleSessionName: 'test' }),
    );
    const { AccessKeyId, SessionToken } = Credentials!;
    const assumed = clientsFor(walk.port, target, { key: AccessKeyId!, token: SessionToken! });
    const identity = await assumed.sts.send(new sts.GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({
      Account: target,
      Arn: expect.stringContaining('assumed-role/mover/test'),
    });
    await expect(assumed.ssm.send(new ssm.GetParameterCommand({ Name: '/nobody/put/this' }))).rejects.toThrow(
      ssm.ParameterNotFound,
    );
    await expect(assumed.ssm.send(new ssm.DeleteParameterCommand({ Name: '/x' }))).rejects.toMatchObject({
      name: expect.stringContaining('AccessDenied'),
      message: expect.stringContaining('is not authorized to perform: ssm:DeleteParameter'),
    });
    assumed.destroy();
  });
}
