import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { GetDistributionCommand } from '@aws-sdk/client-cloudfront';
import { GetHostedZoneCommand } from '@aws-sdk/client-route-53';
import { clientsOf } from '../src/clients';

const credentials = { accessKeyId: 'AKID', secretAccessKey: 's' };
const session = `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ROLE</AccessKeyId>
<SecretAccessKey>s</SecretAccessKey></Credentials></AssumeRoleResult></AssumeRoleResponse>`;

test('clients of one turn ask one host over one connection, whoever they ask as; the next turn opens its own', async () => {
  const connections = new Set<Socket>();
  const asked: (string | undefined)[] = [];
  const server = createServer(({ method, url, headers }, response) => {
    asked.push(`${method} ${url} ${/Credential=(\w+)/.exec(headers.authorization ?? '')?.[1]}`);
    response.setHeader('Content-Type', 'text/xml').end(method === 'POST' ? session : '<Answer/>');
  }).on('connection', (socket: Socket) => connections.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = process.env.AWS_ENDPOINT_URL;
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const turn = async () => {
    const clients = clientsOf({
      credentials,
      migrationId: 'am-1',
      sourceRole: { roleArn: 'arn:aws:iam::1:role/r' },
    });
    await (await clients.targetCloudFront()).send(new GetDistributionCommand({ Id: 'E1' }));
    await (await clients.sourceCloudFront()).send(new GetDistributionCommand({ Id: 'E2' }));
    await (await clients.route53()).send(new GetHostedZoneCommand({ Id: 'Z1' }));
  };
  try {
    await turn();
    expect(asked).toEqual([
      'GET /2020-05-31/distribution/E1 AKID',
      'POST / AKID',
      'GET /2020-05-31/distribution/E2 ROLE',
      'GET /2013-04-01/hostedzone/Z1 AKID',
    ]);
    expect(connections.size).toBe(1);
    await turn();
    expect(connections.size).toBe(2);
  } finally {
    if (endpoint === undefined) delete process.env.AWS_ENDPOINT_URL;
    else process.env.AWS_ENDPOINT_URL = endpoint;
    server.closeAllConnections();
    server.close();
  }
});
