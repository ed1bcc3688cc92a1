import { minutesToMs, secondsToMs } from '@cutover/ground';
import { advance, answer, createWorld, type Request, type World } from '@cutover/local-aws';
import { ACCOUNTS, domainNameOf, fillWith, namesOf, optionsOf, SOURCE, TARGET, ZONE } from './cast';

const POLL_SECONDS = 15;

/**
 * What scripts and constructs do in one account: for each name its TXT record and AssociateAlias, then wait until both
 * distributions have deployed. They check, lock, verify and take back nothing.
 */
export function moveAsPeers(count: number, seed = 'bench'): World {
  const names = namesOf(count);
  const world = createWorld(optionsOf(seed));
  fillWith(world, names, ACCOUNTS.target);
  for (const name of names) ask(world, 'route53', 'ChangeResourceRecordSets', proofOf(name));
  // The longest lag of our name servers; who calls earlier is refused, for as long as the miss is remembered.
  advance(world, world.now + minutesToMs(1));
  for (const Alias of names)
    ask(world, 'cloudfront', 'AssociateAlias', { Alias, TargetDistributionId: TARGET });
  while ([SOURCE, TARGET].map((Id) => statusOf(world, Id)).includes('InProgress'))
    advance(world, world.now + secondsToMs(POLL_SECONDS));
  return world;
}

const statusOf = (world: World, Id: string): string => {
  const said = ask(world, 'cloudfront', 'GetDistribution', { Id }) as { Distribution: { Status: string } };
  return said.Distribution.Status;
};

const proofOf = (name: string) => ({
  HostedZoneId: ZONE,
  ChangeBatch: {
    Changes: [
      {
        Action: 'UPSERT',
        ResourceRecordSet: {
          Name: `_${name}.`,
          Type: 'TXT',
          TTL: 60,
          ResourceRecords: [{ Value: `"${domainNameOf(TARGET)}"` }],
        },
      },
    ],
  },
});

/** One call after the other, each with the time that it takes. */
function ask(world: World, service: Request['service'], operation: string, input: object): unknown {
  const caller = { accountId: ACCOUNTS.target, region: 'us-east-1' };
  const said = answer(world, { service, operation, input, caller, actor: 'peer', into: 0 });
  if (said.kind !== 'output') throw new Error(`${operation}: ${JSON.stringify(said)}`);
  advance(world, world.now + said.latencyMs);
  return said.output;
}
