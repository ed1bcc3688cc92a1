import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { main } from '../src/main';
import { readProject } from '../src/project/type-project';
import { callBundle } from './call-bundle';
import { checkoutOf, recordingIo, root, typeFolders } from './workbench';

/** An AWS that says yes and amen, and what it was asked: `Logs_20140328.PutLogEvents`. */
async function listeningAws() {
  const asked: { readonly operation: string; readonly headers: IncomingMessage['headers'] }[] = [];
  const server = createServer((request, response) => {
    const target = request.headers['x-amz-target'];
    asked.push({
      operation: typeof target === 'string' ? target : (request.url ?? ''),
      headers: request.headers,
    });
    const isCbor = request.headers['smithy-protocol'] === 'rpc-v2-cbor';
    response.writeHead(200, {
      'content-type': isCbor ? 'application/cbor' : 'application/x-amz-json-1.1',
      ...(isCbor && { 'smithy-protocol': 'rpc-v2-cbor' }),
    });
    request.resume().on('end', () => response.end(isCbor ? Buffer.from([0xa0]) : '{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, endpoint, stop: () => new Promise((resolve) => server.close(resolve)) };
}

describe.each(typeFolders)('the bundle of %s', (type) => {
  const { typeName } = readProject(join(root, type));
  let checkout: ReturnType<typeof checkoutOf>;
  let bundle: string;
  let aws: Awaited<ReturnType<typeof listeningAws>>;

  beforeAll(async () => {
    checkout = checkoutOf(type);
    bundle = join(checkout.folder, type, 'build', 'TypeFunction', 'dist', 'handlers.js');
    aws = await listeningAws();
    await main(['package', type, '--out', 'out'], recordingIo(checkout.folder));
  }, 120_000);
  afterAll(async () => {
    await aws.stop();
    checkout.remove();
  });

  const evaluate = (program: string): unknown =>
    JSON.parse(execFileSync(process.execPath, ['-e', program, bundle], { encoding: 'utf8' }));

  const read = (providerCredentials: boolean) =>
    callBundle(bundle, aws.endpoint, { typeName, action: 'READ', providerCredentials });

  test('has both entry points, and does nothing when it is loaded', () => {
    expect(evaluate('console.log(JSON.stringify(Object.keys(require(process.argv[1]))))')).toEqual([
      'entrypoint',
      'testEntrypoint',
    ]);
  });

  test('loads no client of AWS before an action asks for one', () => {
    const modules = evaluate(
      'require(process.argv[1]); console.log(JSON.stringify(process.moduleLoadList.filter((name) => /NativeModule (https?|http2|tls|dns)$/.test(name))))',
    );
    expect(modules).toEqual([]);
  });

  test('has of the clients for logs and metrics only what it sends', () => {
    const code = readFileSync(bundle, 'utf8');
    expect(code).toContain('PutLogEvents');
    expect(code).not.toMatch(/CreateExportTask|DescribeAnomalyDetectors/);
  });

  test('answers a model without what has no value, and a code for what is not there', async () => {
    const answer = await read(false);
    expect(answer).toMatchObject({ status: 'FAILED', errorCode: 'NotFound' });
    expect(JSON.stringify(answer)).not.toContain('undefined');
  }, 30_000);

  test('writes to no log group, and loads no client for one, where the type was registered without', async () => {
    const before = aws.asked.length;
    await read(false);
    expect(aws.asked.slice(before).filter(({ operation }) => /^Logs|Metric/.test(operation))).toEqual([]);
  }, 30_000);

  test("writes into the log group and metrics of a LoggingConfig, with SDK v3, and into nobody's bucket", async () => {
    const before = aws.asked.length;
    await read(true);
    const asked = aws.asked.slice(before);
    const operations = new Set(asked.map(({ operation }) => operation.split(/[./]/).at(-1)));
    expect([...operations]).toEqual(
      expect.arrayContaining(['DescribeLogGroups', 'CreateLogStream', 'PutLogEvents', 'PutMetricData']),
    );
    expect(asked.filter(({ operation }) => operation.includes('log-group'))).toEqual([]);
    const put = asked.find(({ operation }) => operation === 'Logs_20140328.PutLogEvents');
    expect(put?.headers).toMatchObject({ 'x-amzn-logs-format': 'json/emf' });
    expect(put?.headers['user-agent']).toContain('aws-sdk-js/3');
    expect(put?.headers.authorization).toContain('Credential=AKIDPROVIDER/');
  }, 60_000);
});
