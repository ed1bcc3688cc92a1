import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStack, seedCertificate, seedHostedZone } from '@cutover/local-aws';
import { exportProblems, exportsIn } from '../src/check/exports';
import { inputsOf } from '../src/check/steps';
import { templateOf } from '../src/roles/fixtures';
import { accountId, bench } from './deliver/in-process';
import { root, seedFixtures, typeFolders } from './workbench';

const regions = ['us-east-1', 'eu-central-1'];
const setupOf = (type: string): string => readFileSync(join(root, type, 'test', 'setup.yml'), 'utf8');

/** What scripts/deploy.sh writes, and what it writes of. */
function seedAccount({ world }: ReturnType<typeof bench>): void {
  const arn = `arn:aws:acm:us-east-1:${accountId}:certificate/fixtures`;
  seedHostedZone(world, { accountId, id: 'Z0EXAMPLECOM', name: 'example.com', records: [] });
  seedCertificate(world, { accountId, arn, names: ['*.example.com'] });
  const fixtures = { Domain: 'example.com', HostedZoneId: 'Z0EXAMPLECOM', CertificateArn: arn };
  for (const region of regions) seedFixtures(world, { accountId, region }, fixtures);
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
    expect(existsSync(join(root, type, 'inputs'))).toBe(true);
    const exported = exportsIn(templateOf(setupOf(type)));
    expect(exported?.length).toBeGreaterThan(0);
    expect(exportProblems(inputsOf(join(root, type)), exported)).toEqual([]);
  });
});
