import type { CreateHostedZoneRequest, CreateHostedZoneResponse } from '@aws-sdk/client-route-53';
import { nameServersOf } from '../../dns/name-servers';
import { route53Name } from '../../dns/names';
import { AwsFailure } from '../failure';
import type { Operation } from '../operation';
import type { HostedZone, World } from '../world';
import { newZoneId } from './identifiers';
import { changeInfo, submitRecords } from './publish';
import { apexRecords, zoneSummary } from './zones';

/** Public zones only; several zones of one name are allowed, as in Route 53. */
export const createHostedZone: Operation<CreateHostedZoneRequest, CreateHostedZoneResponse> = {
  service: 'route53',
  name: 'CreateHostedZone',
  needs: () => [{ action: 'route53:CreateHostedZone', resource: '*' }],
  perform: (world, input, caller) => {
    const name = route53Name(input.Name ?? '');
    refuse(world, input, name, caller.accountId);
    const zone: HostedZone = {
      id: newZoneId(world),
      accountId: caller.accountId,
      name,
      callerReference: input.CallerReference ?? '',
      comment: input.HostedZoneConfig?.Comment,
      nameServers: drawNameServers(world),
      records: [],
      published: [],
      pending: [],
    };
    world.hostedZones.set(zone.id, zone);
    const change = submitRecords(world, zone, apexRecords(name, zone.nameServers));
    return {
      HostedZone: zoneSummary(zone),
      ChangeInfo: changeInfo(world, change),
      DelegationSet: { NameServers: zone.nameServers },
      Location: `https://route53.amazonaws.com/2013-04-01/hostedzone/${zone.id}`,
    };
  },
};

function refuse(world: World, input: CreateHostedZoneRequest, name: string, accountId: string): void {
  if (!/^([a-z0-9_-]{1,63}\.)+$/.test(name) || name.length > 255)
    throw new AwsFailure('InvalidDomainName', 400, `${input.Name} is not a valid domain name`);
  if (input.VPC || input.HostedZoneConfig?.PrivateZone)
    throw new AwsFailure(
      'InvalidInput',
      400,
      'The local AWS does not model private hosted zones: leave VPC and PrivateZone out',
    );
  if (input.DelegationSetId)
    throw new AwsFailure(
      'NoSuchDelegationSet',
      400,
      'The local AWS does not model reusable delegation sets: leave DelegationSetId out',
    );
  const own = [...world.hostedZones.values()].filter((zone) => zone.accountId === accountId);
  if (own.some((zone) => zone.callerReference === input.CallerReference))
    throw new AwsFailure(
      'HostedZoneAlreadyExists',
      409,
      `A hosted zone has already been created with the specified caller reference. Choose a new CallerReference.`,
    );
}

const drawNameServers = (world: World): string[] =>
  nameServersOf(
    [0, 1, 2, 3].map(() =>
      Math.floor(world.chance.between(0, 512, 'route53', 'name server', world.sequence++)),
    ),
  );
