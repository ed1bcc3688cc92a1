import { readPush } from './push';
import { isSigned } from './signature';

/** A request as a function URL hands it to Lambda. */
export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean;
}

export interface WebhookResponse {
  readonly statusCode: number;
  readonly body: string;
}

/** A commit to build. The same token again within a while is the same start: CodeBuild's idempotency token. */
export interface Start {
  readonly namespace: string;
  readonly repository: string;
  readonly commit: string;
  readonly token: string;
}

export interface WebhookSetting {
  readonly secret: string;
  readonly branch: string;
  /** Namespaces by repository, `owner/repo`. */
  readonly namespaces: Readonly<Record<string, string>>;
  start(start: Start): Promise<void>;
}

/**
 * Answers one delivery. It starts the commit that was pushed, not the head that the branch has by now; a payload that
 * is delivered again starts the same commit again. What starts nothing says why, in the answer that GitHub keeps.
 * @throws what `start` throws: GitHub then shows the delivery as failed, and it can be delivered again
 */
export async function respond(request: WebhookRequest, setting: WebhookSetting): Promise<WebhookResponse> {
  const header = headersOf(request);
  const body = Buffer.from(request.body ?? '', request.isBase64Encoded ? 'base64' : 'utf8');
  if (!isSigned(body, header('x-hub-signature-256'), setting.secret))
    return say(401, 'the signature is not that of the secret');
  const asked = readPush(header('x-github-event'), body.toString('utf8'));
  if (asked.kind === 'unreadable') return say(400, asked.because);
  if (asked.kind === 'nothing') return say(202, asked.because);
  const { repository, branch, commit } = asked;
  if (branch !== setting.branch)
    return say(202, `${branch} is not ${setting.branch}, the branch that is released`);
  const namespace = Object.hasOwn(setting.namespaces, repository)
    ? setting.namespaces[repository]
    : undefined;
  if (!namespace) return say(404, `no namespace is released from ${repository}`);
  await setting.start({ namespace, repository, commit, token: tokenOf(header('x-github-delivery'), commit) });
  return say(202, `started ${commit}`);
}

/** HTTP/2 has them in lower case, proxies as they like. */
function headersOf({ headers }: WebhookRequest): (name: string) => string | undefined {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => lower.get(name);
}

/** At most 64 characters of those that a token may have. */
const tokenOf = (delivery: string | undefined, commit: string): string =>
  `${commit.slice(0, 20)}-${(delivery ?? '').replace(/[^\w-]/g, '')}`.slice(0, 64);

const say = (statusCode: number, body: string): WebhookResponse => ({ statusCode, body });
