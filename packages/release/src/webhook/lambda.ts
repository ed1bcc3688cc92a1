import { type WebhookPorts, webhookPorts } from '@cutover/aws-adapter';
import { respond, type WebhookRequest, type WebhookResponse } from './respond';

type Environment = Readonly<Record<string, string | undefined>>;

/** Answers deliveries with what the environment of the function says. @throws Error when something of it is missing */
export function webhookOf(environment: Environment, ports: WebhookPorts) {
  const required = (name: string): string => {
    const value = environment[name];
    if (!value) throw new Error(`the environment has no ${name}`);
    return value;
  };
  return async (request: WebhookRequest): Promise<WebhookResponse> =>
    respond(request, {
      // Read each time: a secret that was changed counts at once.
      secret: await ports.secret(required('SECRET_ARN')),
      branch: required('BRANCH'),
      namespaces: { [required('REPOSITORY')]: required('NAMESPACE') },
      start: ({ repository, commit, token }) =>
        ports.start({
          project: required('PROJECT'),
          token,
          variables: { REPOSITORY: repository, COMMIT: commit },
        }),
    });
}

/** What Lambda calls behind the function's URL. A build that could not be started is a failed delivery in GitHub. */
export const handler = (request: WebhookRequest): Promise<WebhookResponse> => {
  const { AWS_REGION = '', AWS_ENDPOINT_URL: endpoint } = process.env;
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
  const credentials = {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
  return webhookOf(process.env, webhookPorts({ region: AWS_REGION, credentials, endpoint }))(request);
};
