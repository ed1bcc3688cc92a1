import { advance } from '../../src/world/advance';
import { messageOf, outcome, startedAt, txt, zoneWith } from '../world/cloud';
import { across, disabled, moveBy, proof, type Setting, setUp, txtMessage } from '../world/moving';

const target = 'etarget.cloudfront.net';
const held = (name: string, furnish: Pick<Setting, 'furnish'>): Setting => ({
  ...across,
  domain: name,
  source: { aliases: [name], ...disabled },
  ...furnish,
});

describe.each(['AssociateAlias', 'UpdateDomainAssociation'] as const)(
  'the TXT record for %s',
  (operation) => {
    const move = (setting: Setting): string => {
      const answered = moveBy(operation, setUp(setting).world, setting);
      return messageOf(answered) || outcome(answered);
    };
    const cases: [sentence: string, setting: Setting, expected: string][] = [
      [
        'has the first label of a subdomain with an underscore before it [documented]',
        held('a.example.com', proof('_a.example.com', target)),
        'ok',
      ],
      [
        'is not at the subdomain itself [documented]',
        held('a.example.com', proof('a.example.com', target)),
        txtMessage,
      ],
      [
        'has an underscore and a dot before an apex [documented]',
        held('example.com', proof('_.example.com', target)),
        'ok',
      ],
      [
        'has underscore and star before the parent of a wildcard [observed]',
        held('*.example.com', proof('_*.example.com', target)),
        'ok',
      ],
      [
        'holds the domain name of the target [documented]',
        held('a.example.com', proof('_a.example.com', 'esource.cloudfront.net')),
        txtMessage,
      ],
      [
        'may hold several values, so that the way back is staged too [observed]',
        held('a.example.com', proof('_a.example.com', 'esource.cloudfront.net', target)),
        'ok',
      ],
      [
        'is not the one that proves linkage for managed certificates [documented]',
        held('a.example.com', proof('_cf-challenge.a.example.com', target)),
        txtMessage,
      ],
    ];
    test.each(cases)('%s', (_sentence, setting, expected) => {
      expect(move(setting)).toBe(expected);
    });

    test('is remembered as missing by CloudFront for 15 minutes on a default zone of Route 53 [observed]', () => {
      const setting = held('a.example.com', { furnish: (world) => void zoneWith(world, []) });
      const { world } = setUp(setting);
      const calls = (): string => outcome(moveBy(operation, world, setting));
      const before = calls();
      const zone = world.hostedZones.get('Zexample.com')!;
      zone.published = [...zone.published, txt('_a.example.com.', target)];
      const outcomes = [60, 600, 899, 901].map((seconds) => {
        advance(world, startedAt + seconds * 1000);
        return calls();
      });
      expect([before, ...outcomes]).toEqual([...Array(4).fill('IllegalUpdate 400'), 'ok']);
    });

    test('is there at the first call when it was published before, and nothing is to be waited for [observed]', () => {
      expect(move(held('a.example.com', proof('_a.example.com', target)))).toBe('ok');
    });

    test('is read at the time of the call only: afterwards it may go [documented]', () => {
      const setting = held('a.example.com', proof('_a.example.com', target));
      const { world } = setUp(setting);
      moveBy(operation, world, setting);
      const zone = world.hostedZones.get('Zexample.com')!;
      zone.published = zone.published.filter(({ Type }) => Type !== 'TXT');
      advance(world, startedAt + 3600_000);
      expect(world.edges.every((edge) => edge.serving.get('ETARGET')?.config.Aliases?.Quantity === 1)).toBe(
        true,
      );
    });
  },
);
