import type { Declaration } from '../../src';
import { World } from './world';

/** Two hosts in a zone of ours; rules as a person writes them. */
export const rules = (changes: { to?: string; tests?: unknown[] } = {}): Declaration => ({
  Sites: [
    {
      Id: 'main',
      Hosts: ['example.com', 'www.example.com'],
      Rules: [
        { Id: 'blog', Match: '/blog/*', To: 'https://blog.example.org/:splat' },
        { Id: 'jobs', Match: '/jobs', To: changes.to ?? 'https://careers.example.org/' },
      ],
      ...(changes.tests && { Tests: changes.tests }),
    },
    { Id: 'old', Hosts: ['old.example.net'], Rules: [{ Id: 'all', To: 'https://www.example.com/' }] },
  ],
  HostedZones: [{ Id: 'ZCOM' }, { Id: 'ZNET' }],
});

/** The same rules as an object in S3. */
export const worldWithZones = (): World => {
  const world = new World();
  world.dns.zones.set('ZCOM', { name: 'example.com', records: [] });
  world.dns.zones.set('ZNET', { name: 'example.net', records: [] });
  return world;
};

/** One host, two rules: what a walk over every fault can afford. */
export const small = (to = 'https://careers.example.org/'): Declaration => ({
  Sites: [
    {
      Id: 'main',
      Hosts: ['example.com'],
      Rules: [
        { Id: 'blog', Match: '/blog/*', To: 'https://blog.example.org/:splat' },
        { Id: 'jobs', Match: '/jobs', To: to },
      ],
    },
  ],
  HostedZones: [{ Id: 'ZCOM' }],
});
