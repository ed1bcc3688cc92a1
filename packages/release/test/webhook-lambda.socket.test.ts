import { execFile, execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { root } from './workbench';

const bundle = join(root, 'packages', 'release', 'dist', 'webhook', 'index.js');
const secretArn = 'arn:aws:secretsmanager:eu-central-1:310123456789:secret:Secret-abc';
const secret = 'what-GitHub-was-told';
const commit = 'c'.repeat(40);

interface Build {
  readonly idempotencyToken: string;
  readonly environmentVariablesOverride: readonly { readonly name: string; readonly value: string }[];
}

/** Secrets Manager and CodeBuild: a start with a token that is known is the build that was started with it. */
async function services() {
  const builds = new Map<string, Build>();
  const asked: string[] = [];
  const state = { throttled: false };
  const server = createServer(async (request, response) => {
    const text = (await request.toArray()).map(String).join('');
    const operation = String(request.headers['x-amz-target']);
    const isSigned =
      /^AWS4-HMAC-SHA256 Credential=AKID\/\d{8}\/eu-central-1\/(codebuild|secretsmanager)\/aws4_request, /.test(
        request.headers.authorization ?? '',
      );
    asked.push(operation);
    const input = JSON.parse(text) as Build & { readonly SecretId?: string };
    if (!isSigned || (state.throttled && operation.endsWith('StartBuild'))) {
      response.writeHead(400).end('{"__type":"ThrottlingException"}');
    } else if (operation === 'secretsmanager.GetSecretValue' && input.SecretId === secretArn) {
      response.end(JSON.stringify({ SecretString: secret }));
    } else {
      builds.set(input.idempotencyToken, input);
      response.end('{"build":{}}');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, builds, state, endpoint, stop: () => new Promise((resolve) => server.close(resolve)) };
}

const delivery = (payload: object, more: Record<string, string> = {}) => {
  const body = JSON.stringify(payload);
  return {
    headers: {
      'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      'x-github-event': 'push',
      'x-github-delivery': '72d3162e-cc78-11e3-81ab-4c9367dc0958',
      ...more,
    },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
};
const push = { ref: 'refs/heads/main', after: commit, repository: { full_name: 'acme/types' } };

describe('the function behind the webhook', () => {
  let aws: Awaited<ReturnType<typeof services>>;
  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'scripts', 'build.mjs'), 'webhook']);
    aws = await services();
  }, 60_000);
  afterAll(() => aws.stop());
  beforeEach(() => {
    aws.builds.clear();
    aws.asked.length = 0;
    aws.state.throttled = false;
  });

  /** What Lambda would answer, in a process with the function's environment and nothing else. */
  const deliver = (event: object): Promise<{ statusCode?: number; body?: string; error?: string }> => {
    const env = {
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'AKID',
      AWS_SECRET_ACCESS_KEY: 'key',
      AWS_SESSION_TOKEN: 'token',
      SECRET_ARN: secretArn,
      PROJECT: 'Fetch',
      NAMESPACE: 'Acme',
      REPOSITORY: 'acme/types',
      BRANCH: 'main',
    };
    const program = `require(process.argv[1]).handler(${JSON.stringify(event)})
      .catch((error) => ({ error: error.message }))
      .then((answer) => process.stdout.write(JSON.stringify(answer)))`;
    return new Promise((resolve, reject) =>
      execFile(process.execPath, ['-e', program, bundle], { env }, (error, stdout) =>
        error ? reject(error) : resolve(JSON.parse(stdout)),
      ),
    );
  };

  test('starts the commit that was pushed, with calls that are signed', async () => {
    expect(await deliver(delivery(push))).toEqual({ statusCode: 202, body: `started ${commit}` });
    expect([...aws.builds.values()]).toMatchObject([
      {
        projectName: 'Fetch',
        environmentVariablesOverride: [
          { name: 'REPOSITORY', value: 'acme/types' },
          { name: 'COMMIT', value: commit },
        ],
      },
    ]);
  }, 30_000);

  test('starts a commit that is delivered again once more, and it is the same build', async () => {
    expect(await deliver(delivery(push))).toMatchObject({ statusCode: 202 });
    expect(await deliver(delivery(push))).toEqual({ statusCode: 202, body: `started ${commit}` });
    expect(aws.asked.filter((operation) => operation.endsWith('StartBuild'))).toHaveLength(2);
    expect(aws.builds.size).toBe(1);
  }, 30_000);

  test('fails where nothing was started, so that GitHub shows it and delivers it again', async () => {
    aws.state.throttled = true;
    const { error } = await deliver(delivery(push));
    expect(error).toContain('StartBuild: 400');
    aws.state.throttled = false;
    expect(await deliver(delivery(push))).toMatchObject({ statusCode: 202 });
    expect(aws.builds.size).toBe(1);
  }, 30_000);

  test.each([
    ['another signature', delivery(push, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }), 401],
    ['a ping', delivery({ zen: 'x' }, { 'x-github-event': 'ping' }), 202],
    ['a tag', delivery({ ...push, ref: 'refs/tags/v1' }), 202],
    ['a branch that is deleted', delivery({ ...push, deleted: true, after: '0'.repeat(40) }), 202],
    ['another repository', delivery({ ...push, repository: { full_name: 'evil/types' } }), 404],
  ])(
    'starts nothing for %s',
    async (_what, event, statusCode) => {
      expect(await deliver(event)).toMatchObject({ statusCode });
      expect(aws.builds.size).toBe(0);
    },
    30_000,
  );
});
