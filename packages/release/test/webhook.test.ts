import { createHmac } from 'node:crypto';
import { respond, type Start, type WebhookRequest } from '../src/webhook/respond';
import { isSigned } from '../src/webhook/signature';

const secret = 'a secret of Secrets Manager';
const commit = 'a'.repeat(40);
const push = {
  ref: 'refs/heads/main',
  after: commit,
  deleted: false,
  head_commit: { id: commit, message: 'say "hello"' },
  repository: { full_name: 'acme/types' },
};

const signed = (body: string, event = 'push', more: Partial<WebhookRequest> = {}): WebhookRequest => ({
  headers: {
    'X-Hub-Signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    'X-GitHub-Event': event,
    'X-GitHub-Delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
  },
  body,
  ...more,
});

async function deliver(request: WebhookRequest, branch = 'main') {
  const starts: Start[] = [];
  const answer = await respond(request, {
    secret,
    branch,
    namespaces: { 'acme/types': 'Acme' },
    start: async (start) => void starts.push(start),
  });
  return { ...answer, starts };
}

describe('the signature', () => {
  // docs.github.com, "Validating webhook deliveries", testing the webhook payload validation.
  const documented = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
  const body = Buffer.from('Hello, World!');

  test('is the one that GitHub documents', () => {
    expect(isSigned(body, documented, "It's a Secret to Everybody")).toBe(true);
  });

  test.each([
    ['another secret', documented, 'It was a Secret'],
    ['no secret', documented, ''],
    ['no signature', undefined, "It's a Secret to Everybody"],
    ['a signature cut short', documented.slice(0, 20), "It's a Secret to Everybody"],
    ['SHA-1', 'sha1=757107ea0eb2509fc211221cce984b8a37570b6d', "It's a Secret to Everybody"],
  ])('with %s is refused', (_what, signature, key) => {
    expect(isSigned(body, signature, key)).toBe(false);
  });

  test('is over the bytes, in whatever form they come', async () => {
    const body = JSON.stringify({ ...push, note: 'ä€𝄞' });
    const encoded = { isBase64Encoded: true, body: Buffer.from(body).toString('base64') };
    expect(await deliver(signed(body, 'push', encoded))).toMatchObject({
      statusCode: 202,
      starts: [{ commit }],
    });
    expect(await deliver({ ...signed(body), body: `${body} ` })).toMatchObject({
      statusCode: 401,
      starts: [],
    });
  });

  test.each(['x-hub-signature-256', 'X-HUB-SIGNATURE-256'])('is found under %s', async (name) => {
    const request = signed(JSON.stringify(push));
    const { 'X-Hub-Signature-256': signature, ...others } = request.headers;
    const answer = await deliver({ ...request, headers: { ...others, [name]: signature } });
    expect(answer.starts).toHaveLength(1);
  });
});

describe('a push', () => {
  test('starts the commit that was pushed, whatever has been pushed since', async () => {
    expect((await deliver(signed(JSON.stringify(push)))).starts).toEqual([
      { namespace: 'Acme', repository: 'acme/types', commit, token: expect.stringMatching(/^[\w-]{1,64}$/) },
    ]);
  });

  test('that is delivered again starts the same commit again, under the same token', async () => {
    const [one, again] = [
      await deliver(signed(JSON.stringify(push))),
      await deliver(signed(JSON.stringify(push))),
    ];
    expect(again.starts).toEqual(one.starts);
  });

  test('to a branch with slashes in its name is a push to that branch', async () => {
    const body = JSON.stringify({ ...push, ref: 'refs/heads/feature/main' });
    expect((await deliver(signed(body), 'feature/main')).starts).toHaveLength(1);
    expect((await deliver(signed(body), 'main')).starts).toEqual([]);
  });

  const rows: [string, object | string, string, number, string][] = [
    ['a ping', { zen: 'x' }, 'ping', 202, 'set up'],
    ['an issue', {}, 'issues', 202, 'starts nothing'],
    ['a tag', { ...push, ref: 'refs/tags/v1' }, 'push', 202, 'is no branch'],
    [
      'a branch that is deleted',
      { ...push, deleted: true, after: '0'.repeat(40), head_commit: null },
      'push',
      202,
      'was deleted',
    ],
    ['another branch', { ...push, ref: 'refs/heads/other' }, 'push', 202, 'is not main'],
    ['another repository', { ...push, repository: { full_name: 'evil/types' } }, 'push', 404, 'evil/types'],
    [
      'a repository that objects have',
      { ...push, repository: { full_name: 'constructor' } },
      'push',
      404,
      'no',
    ],
    ['a form', 'payload=%7B%7D', 'push', 400, 'application/json'],
    ['no commit', { ...push, after: 'main; rm -rf /' }, 'push', 400, 'without the commit'],
    ['nothing', 'null', 'push', 400, 'no JSON'],
  ];
  test.each(rows)('%s starts nothing, and says so', async (_what, payload, event, statusCode, words) => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const answer = await deliver(signed(body, event));
    expect(answer).toMatchObject({ statusCode, starts: [], body: expect.stringContaining(words) });
  });

  test('that cannot be started fails, so that it can be delivered again', async () => {
    const failing = respond(signed(JSON.stringify(push)), {
      secret,
      branch: 'main',
      namespaces: { 'acme/types': 'Acme' },
      start: async () => {
        throw new Error('throttled');
      },
    });
    await expect(failing).rejects.toThrow('throttled');
  });
});
