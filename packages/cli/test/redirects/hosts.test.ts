import { certificatesFor } from '../../src/redirects/certificates';
import { fixture, redirects } from './run';

const rules = fixture('rules.yml');

test('domains are listed alone on standard output, the count stands beside it', async () => {
  const { out, err } = await redirects(['domains', rules]);
  expect(out).toBe('old.example.com\n*.old.example.com\nexample.org\n');
  expect(err).toBe('3 domains, 1 of them wildcards\n');
  const json = await redirects(['domains', '--json', rules]);
  expect(JSON.parse(json.out)).toMatchObject({ count: 3, wildcards: 1 });
});

test('certificates have a hundred names each, every host in one', () => {
  const domains = Array.from({ length: 407 }, (_, i) => `host-${i}.example.com`);
  const certificates = certificatesFor(domains);
  const names = certificates.map(({ request }) => [request.DomainName, ...request.SubjectAlternativeNames]);
  expect(names.map(({ length }) => length)).toEqual([100, 100, 100, 100, 7]);
  expect(names.flat()).toEqual(domains);
});

test('a wildcard and the name above it are proved by one record', async () => {
  const { out } = await redirects(['certificates', '--json', rules]);
  const { certificates, notes } = JSON.parse(out);
  expect(certificates).toHaveLength(1);
  expect(certificates[0].validation.map(({ name }: { name: string }) => name)).toEqual([
    '_<token of old.example.com>.old.example.com.',
    '_<token of example.org>.example.org.',
  ]);
  expect(notes.join(' ')).toContain('us-east-1');
});

test('a name that is too long to come first comes later', () => {
  const long = `${'a'.repeat(60)}.example.com`;
  const [certificate] = certificatesFor([long, 'b.example.com']);
  expect(certificate?.request).toEqual({
    DomainName: 'b.example.com',
    SubjectAlternativeNames: [long],
    ValidationMethod: 'DNS',
  });
});

test('show prints the normalized form as YAML and as JSON, the same of both', async () => {
  const { parse } = await import('yaml');
  const yaml = await redirects(['show', rules]);
  const json = await redirects(['show', '--json', rules]);
  expect(parse(yaml.out)).toEqual(JSON.parse(json.out));
  const [site] = JSON.parse(json.out).sites;
  expect(site.rules[0]).toMatchObject({
    id: 'docs',
    outcome: { status: 301, target: { path: 'drop', query: 'keep' }, hsts: { maxAgeSeconds: 3600 } },
    at: expect.stringMatching(/rules\.yml:\d+:\d+$/),
  });
});
