import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RecordedAnswer, recordedAnswers } from './corpus';
import { sameHeaders } from './forms';

/**
 * Asks a real nginx what the recording says it answers. With RECORD=1 the recording is written anew. nginx is found in
 * PATH or by NGINX; without one the recording is what there is.
 */
const nginx = process.env.NGINX ?? 'nginx';
const folder = join(__dirname, 'fixtures');
const recording = join(folder, 'forms.answers.jsonl');

function isThere(): boolean {
  try {
    execFileSync(nginx, ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    process.stderr.write(
      '\nSKIPPED: there is no nginx (apt-get install nginx, or NGINX=path) to ask about its answers.\n',
    );
    return false;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

function configuration(prefix: string, port: number): string {
  const servers = readFileSync(join(folder, 'forms.nginx.conf'), 'utf8');
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${prefix}/${name};`,
  );
  return `daemon off; master_process off; error_log ${prefix}/error.log; pid ${prefix}/pid;
events {}
http { access_log off; ${paths.join(' ')}
${servers.replace(/^server \{/gm, `server { listen 127.0.0.1:${port};`)} }`;
}

/** One request, its path byte for byte, on a connection of its own. */
const ask = (port: number, { host, uri }: Pick<RecordedAnswer, 'host' | 'uri'>): Promise<RecordedAnswer> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [first = '', ...lines] = text.split('\r\n\r\n')[0]!.split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line): [string, string] => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
        }),
      );
      const location = (headers.location ?? '').replace(`:${port}`, '');
      resolve({ host, uri, status: Number(first.split(' ')[1]), location, headers: sameHeaders(headers) });
    });
    socket.end(`GET ${uri} HTTP/1.0\r\nHost: ${host}\r\n\r\n`, 'latin1');
  });

const describeNginx = isThere() ? describe : describe.skip;

describeNginx('a real nginx', () => {
  const prefix = mkdtempSync(join(tmpdir(), 'nginx-peer-'));
  let port = 0;
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    port = await freePort();
    writeFileSync(join(prefix, 'nginx.conf'), configuration(prefix, port));
    child = spawn(nginx, ['-p', prefix, '-c', join(prefix, 'nginx.conf')], { stdio: 'ignore' });
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const answered = await ask(port, { host: 'whole.test', uri: '/' }).catch(() => undefined);
      if (answered !== undefined) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nginx did not start: ${readFileSync(join(prefix, 'error.log'), 'utf8')}`);
  });

  afterAll(() => {
    child?.kill();
    rmSync(prefix, { recursive: true });
  });

  test('answers every form as the recording says', async () => {
    const recorded = recordedAnswers(readFileSync(recording, 'utf8'));
    const answers = await Promise.all(recorded.map((one) => ask(port, one)));
    if (process.env.RECORD === '1')
      writeFileSync(recording, `${answers.map((one) => JSON.stringify(one)).join('\n')}\n`);
    expect(answers).toEqual(recorded);
  });
});
