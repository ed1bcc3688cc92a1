import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RecordedAnswer } from './corpus';

/** A real nginx to compare with, found in PATH or by NGINX. */
const nginx = process.env.NGINX ?? 'nginx';

/** Says so where it is not: a skipped test says nothing by itself. */
export function isNginxThere(): boolean {
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

export type Asked = Pick<RecordedAnswer, 'host' | 'uri'>;

/** nginx with some server blocks, on loopback, in a folder of its own. */
export class NginxPeer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly prefix: string,
    private readonly port: number,
  ) {}

  /** Resolves when it answers. */
  static async start(servers: string): Promise<NginxPeer> {
    const prefix = mkdtempSync(join(tmpdir(), 'nginx-peer-'));
    const port = await freePort();
    // Where no location answers, nginx shows what the official image has there: its welcome page.
    mkdirSync(join(prefix, 'html'));
    writeFileSync(join(prefix, 'html/index.html'), 'Welcome to nginx!');
    writeFileSync(join(prefix, 'nginx.conf'), configuration(servers, prefix, port));
    const child = spawn(nginx, ['-p', prefix, '-c', join(prefix, 'nginx.conf')], { stdio: 'ignore' });
    const peer = new NginxPeer(child, prefix, port);
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const answered = await peer.ask({ host: 'localhost', uri: '/' }).catch(() => undefined);
      if (answered !== undefined) return peer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const log = readFileSync(join(prefix, 'error.log'), 'utf8');
    peer.stop();
    throw new Error(`nginx did not start: ${log}`);
  }

  stop(): void {
    this.child.kill();
    rmSync(this.prefix, { recursive: true });
  }

  /** One request, its path byte for byte, on a connection of its own. */
  ask({ host, uri }: Asked): Promise<RecordedAnswer> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1');
      let text = '';
      socket.setEncoding('latin1');
      socket.on('data', (chunk) => (text += chunk));
      socket.on('error', reject);
      socket.on('close', () => resolve({ host, uri, ...this.answerOf(text) }));
      socket.end(`GET ${uri} HTTP/1.0\r\nHost: ${host}\r\n\r\n`, 'latin1');
    });
  }

  /** In the order in which they are asked, some of them at once. */
  async askAll(requests: readonly Asked[], atOnce = 64): Promise<RecordedAnswer[]> {
    const answers: RecordedAnswer[] = [];
    let next = 0;
    const work = async () => {
      while (next < requests.length) {
        const at = next++;
        answers[at] = await this.ask(requests[at]!);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return answers;
  }

  private answerOf(text: string): Pick<RecordedAnswer, 'status' | 'location' | 'headers'> {
    const [first = '', ...lines] = text.split('\r\n\r\n')[0]!.split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line): [string, string] => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 2)];
      }),
    );
    const location = (headers.location ?? '').replace(`:${this.port}`, '');
    return { status: Number(first.split(' ')[1]), location, headers };
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

function configuration(servers: string, prefix: string, port: number): string {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${prefix}/${name};`,
  );
  return `daemon off; master_process off; error_log ${prefix}/error.log; pid ${prefix}/pid;
events { worker_connections 1024; }
http { access_log off; server_names_hash_max_size 4096; server_names_hash_bucket_size 128; ${paths.join(' ')}
${servers.replace(/^(\s*server )\{/gm, `$1{ listen 127.0.0.1:${port};`)} }`;
}
