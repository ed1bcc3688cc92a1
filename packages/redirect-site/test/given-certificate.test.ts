import type { Declaration } from '../src';
import { create, remove, update } from './support/driver';
import { small, worldWithZones } from './support/sites';

describe('a certificate that was given stays its owner’s', () => {
  const given = () => {
    const world = worldWithZones();
    const arns = [1, 2].map(() => world.certificates.add(['example.com']));
    const [one = '', two = ''] = arns;
    const own: Declaration = { ...small(), CertificateArn: one };
    return { world, own, one, two };
  };

  test('when another one is given in its place', async () => {
    const { world, own, one, two } = given();
    await create(world, own);
    expect(await update(world, { ...own, CertificateArn: two })).toMatchObject({ kind: 'succeeded' });
    expect([...world.certificates.kept.keys()]).toEqual([one, two]);
  });

  test('when none is given any more, and the site is deleted', async () => {
    const { world, own, one, two } = given();
    await create(world, own);
    expect(await update(world, small())).toMatchObject({ kind: 'succeeded' });
    await remove(world);
    expect([...world.certificates.kept.keys()]).toEqual([one, two]);
  });
});
