import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createStack } from '@cutover/local-aws';
import { accountId, bench, home } from './deliver/in-process';
import { root, typeFolders } from './workbench';

/** As those of two regions do: CloudFront and its names are one for an account, exports are each region's own. */
test.each(typeFolders)('the fixtures of %s stand twice in an account', async (type) => {
  const here = bench();
  const template = readFileSync(join(root, type, 'test', 'setup.yml'), 'utf8');
  const made = ['one', 'two'].map((name) =>
    createStack(here.cloudFormation, {
      ...{ accountId, region: home, name, file: name },
      template: template.replaceAll('Contract:', `Contract-${name}:`),
    }),
  );
  await here.io.sleep(3_600_000);
  const statuses = (await Promise.all(made)).map(({ status, events }) => [
    status,
    ...events.filter((event) => event.status.endsWith('FAILED')).map((event) => event.reason),
  ]);
  expect(statuses).toEqual([['CREATE_COMPLETE'], ['CREATE_COMPLETE']]);
});
