import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStack, seedCertificate, seedHostedZone, seedParameter } from '@cutover/local-aws';
import { parse } from 'yaml';
import { exportProblems, exportsIn } from '../src/check/exports';
import { filesBelow } from '../src/package/read-files';
import { accountId, bench } from './deliver/in-process';
import { root, typeFolders } from './workbench';

const regions = ['us-east-1', 'eu-central-1'];
const setupOf = (type: string): string => readFileSync(join(root, type, 'test', 'setup.yml'), 'utf8');

/** What scripts/deploy.sh writes, and what it writes of. */
function seedAccount({ world }: ReturnType<typeof bench>): void {
  const arn = `arn:aws:acm:us-east-1:${accountId}:certificate/fixtures`;
  seedHostedZone(world, { accountId, id: 'Z0EXAMPLECOM', name: 'example.com', records: [] });
  seedCertificate(world, { accountId, arn, names: ['*.example.com'] });
  const fixtures = { Domain: 'example.com', HostedZoneId: 'Z0EXAMPLECOM', CertificateArn: arn };
  for (const region of regions)
    for (const [name, value] of Object.entries(fixtures))
      seedParameter(world, { accountId, region, name: `/release/fixtures/${name}`, value });
}

describe.each(typeFolders)('the fixtures of %s', (type) => {
  /** CloudFront and its names are one for an account. */
  test('stand in two regions of one account', async () => {
    const here = bench();
    seedAccount(here);
    const made = regions.map((region) =>
      createStack(here.cloudFormation, {
        ...{ accountId, region, name: 'setup', file: 'setup.yml' },
        template: setupOf(type),
      }),
    );
    await here.io.sleep(3_600_000);
    const statuses = (await Promise.all(made)).map(({ status, events }) => [
      status,
      ...events.filter((event) => event.status.endsWith('FAILED')).map((event) => event.reason),
    ]);
    expect(statuses).toEqual([['CREATE_COMPLETE'], ['CREATE_COMPLETE']]);
  });

  test('export all that the packed inputs name', () => {
    const folder = join(root, type, 'inputs');
    expect(existsSync(folder)).toBe(true);
    const inputs = Object.entries(filesBelow(folder, 'inputs/')).map(([path, bytes]) => [
      path,
      Buffer.from(bytes).toString(),
    ]);
    const exported = exportsIn(parse(setupOf(type), { logLevel: 'silent' }));
    expect(exported?.length).toBeGreaterThan(0);
    expect(exportProblems(Object.fromEntries(inputs), exported)).toEqual([]);
  });
});
