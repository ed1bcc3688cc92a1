import { callJsonApi, type JsonApiPlace } from './json-api/call';

const codeBuild = { service: 'codebuild', target: 'CodeBuild_20161006' };
const secretsManager = { service: 'secretsmanager', target: 'secretsmanager' };

export interface BuildStart {
  readonly project: string;
  /** The same within five minutes is the same build (API reference of CodeBuild, StartBuild). */
  readonly token: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** What the webhook asks of AWS. */
export interface WebhookPorts {
  secret(arn: string): Promise<string>;
  start(build: BuildStart): Promise<void>;
}

export const webhookPorts = (place: JsonApiPlace): WebhookPorts => ({
  secret: async (arn) => {
    const answer = await callJsonApi(place, secretsManager, 'GetSecretValue', { SecretId: arn });
    return (answer as { readonly SecretString?: string }).SecretString ?? '';
  },
  start: async ({ project, token, variables }) => {
    await callJsonApi(place, codeBuild, 'StartBuild', {
      projectName: project,
      idempotencyToken: token,
      environmentVariablesOverride: Object.entries(variables).map(([name, value]) => ({
        name,
        value,
        type: 'PLAINTEXT',
      })),
    });
  },
});
