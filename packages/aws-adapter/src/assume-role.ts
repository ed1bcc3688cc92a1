import { AssumeRoleCommand, type STSClient } from '@aws-sdk/client-sts';
import type { AssumableRole, AwsCredentials } from './credentials';
import { attempt } from './failures/attempt';

/** The shortest session that STS gives; a turn lives 60 seconds and the next one assumes the role anew. */
const SESSION_SECONDS = 900;

/** @returns keys of the role, in a session that is named after the migration. */
export async function assumeRole(
  sts: STSClient,
  role: AssumableRole,
  migrationId: string,
): Promise<AwsCredentials> {
  const externalId = role.externalId === undefined ? 'without an ExternalId' : 'with the ExternalId given';
  const property = role.property === undefined ? '' : `${role.property}, `;
  const call = {
    service: 'STS',
    operation: 'AssumeRole',
    resource: `${property}role ${role.roleArn} ${externalId}`,
  } as const;
  return attempt(call, async () => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({
        RoleArn: role.roleArn,
        RoleSessionName: sessionName(migrationId),
        ExternalId: role.externalId,
        DurationSeconds: SESSION_SECONDS,
      }),
    );
    if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey)
      throw new Error('the answer holds no credentials');
    return {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
    };
  });
}

/** Session names are 2 to 64 characters of `\w+=,.@-`. */
export function sessionName(migrationId: string): string {
  return `cutover-${migrationId.replace(/[^\w+=,.@-]/g, '-')}`.slice(0, 64);
}
