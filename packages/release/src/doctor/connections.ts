import type { ConnectionStatus } from '@cutover/aws-adapter';
import type { Finding } from './diagnose';

/** A connection to GitHub that a stack or a person has named. */
export interface Connection {
  readonly arn: string;
  /** What stands on it: names of stacks, or the option. */
  readonly of: string;
  /** `absent`: there is none. */
  readonly status: ConnectionStatus | 'absent' | 'unknown';
  /** Why it is not known. */
  readonly because?: string;
}

const console = 'in the console (Developer Tools, Settings, Connections)';

const says: Record<Connection['status'], (connection: Connection) => string> = {
  AVAILABLE: () => 'is available',
  PENDING: () => `waits for its handshake: choose “Update pending connection” ${console}, once, by hand`,
  ERROR: () =>
    `has lost its authorization: an owner of the organization authorizes it again ${console}; then start what failed: aws codepipeline start-pipeline-execution`,
  absent: ({ of }) =>
    `does not exist in this account: make one (aws codeconnections create-connection), and deploy ${of} again with its ARN`,
  unknown: ({ because = '' }) => because,
};

/** Without its connection a pipeline does not start, and the account is no publisher. */
export function connectionFindings(connections: readonly Connection[]): Finding[] {
  if (connections.length === 0)
    return [
      {
        isFine: true,
        isSkipped: true,
        region: 'all',
        what: 'connection',
        says: 'not looked at: no stack names one; name it with --connection, or the stacks with --namespace',
      },
    ];
  return connections.map((connection) => ({
    isFine: connection.status === 'AVAILABLE',
    region: connection.arn.split(':')[3] ?? '',
    what: 'connection',
    says: `${connection.arn} (${connection.of}) ${says[connection.status](connection)}`,
  }));
}
