import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const folder = join(__dirname, '../../src/contract');
const python = join(__dirname, '../../../../.venv/bin/python');

/** Moves the clock on twice; between the two a handler takes longer than the server keeps a connection. */
const program = `
import sys, time
import suite
let_pass = suite.clock_of(sys.argv[1])
let_pass(3)
time.sleep(float(sys.argv[2]))
let_pass(5)
`;

test("the suite's clock goes on where a handler took longer than a connection is kept", async () => {
  const asked: string[] = [];
  const server: Server = createServer({ keepAliveTimeout: 50 }, async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    asked.push(`${request.method} ${request.url} ${body}`);
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    // Node keeps a connection for a second more than it says.
    const child = spawn(python, ['-B', '-c', program, endpoint, '2.5'], { cwd: folder });
    let says = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      says += text;
    });
    const [code] = await once(child, 'close');
    expect({ code, says }).toEqual({ code: 0, says: '' });
  } finally {
    server.close();
  }
  expect(asked).toEqual([3, 5].map((seconds) => `POST /_local/advance {"seconds": ${seconds}}`));
});
