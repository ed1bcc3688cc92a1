import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAuthority } from '@cutover/local-aws';
import { prepare, type RuleSet } from '@cutover/redirect-rules';
import { rulesIn } from '../../src/redirects/rules-file';
import { fileWith, fixture, redirects } from './run';

const file = fixture('rules.yml');
const rules = rulesIn(file);

let site: Server;
let address: string;
let ca: string;

beforeAll(async () => {
  const authority = await createAuthority(new Date(Date.now() - 86_400_000));
  ca = fileWith(authority.pem, 'authority.pem');
  const hosts = ['old.example.com', '*.old.example.com', 'example.org'];
  site = await serving(rules, await authority.certificateFor(hosts));
  address = `127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
});

/** A site of these rules as an edge has it: TLS with a certificate for its names. */
function serving(set: RuleSet, pair: { key: string; cert: string }): Promise<Server> {
  const answer = prepare(set);
  const server = createServer(pair, ({ url = '/', headers: { host = '' } }, response) => {
    const { status, location, headers, body } = answer({ host, uri: url, now: Date.now() });
    response.writeHead(status, { ...headers, ...(location === undefined ? {} : { location }) }).end(body);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

const live = (where: string, ...words: string[]) =>
  redirects(['test', '--live', where, '--connect-to', address, ...words, file]);

describe('cutover redirects test --live, over TLS', () => {
  it('asks a stage whatever its certificate is for', async () => {
    const { code, out } = await live('stage');
    expect(out).toMatch(/^stage: \d\d tests: \d\d MATCHED$/m);
    expect(code).toBe(0);
  });

  it('asks as the public does, with the name in SNI, before DNS moves', async () => {
    const { code, out } = await live('public', '--ca', ca);
    expect(out).toMatch(/^public: \d\d tests: \d\d MATCHED$/m);
    expect(code).toBe(0);
  });

  it('does not believe a certificate of a stranger', async () => {
    const { code, out } = await live('public');
    expect(out).toContain(
      `${address}: its certificate is of an authority that is not trusted: name it with --ca`,
    );
    expect(out).toMatch(/^public: \d+ tests: \d+ ERROR$/m);
    expect(code).toBe(1);
  });

  it('verifies a stage where an authority is named', async () => {
    const other = await createAuthority(new Date(Date.now() - 86_400_000));
    const { code } = await live('stage', '--ca', fileWith(other.pem, 'other.pem'));
    expect(code).toBe(1);
  });

  it('says that what speaks TLS was asked by http', async () => {
    const { code, out } = await live('local');
    expect(out).toMatch(/ERROR \(docs, declared; local\)/);
    expect(code).toBe(1);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'an authority that is no certificate',
      ['stage', '--ca', file],
      /rules\.yml: has no certificate; name a file in PEM/,
    ],
    ['an authority that is not there', ['stage', '--ca', '/nowhere.pem'], /there is no such file/],
    ['an authority for http', ['local', '--ca', file], /--ca is for https/],
    ['an engine beside a site', ['stage', '--engine', 'njs'], /give one of them/],
  ])('%s is one line and exit code 2', async (_, [where = '', ...words], line) => {
    const { code, out, err } = await live(where, ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
