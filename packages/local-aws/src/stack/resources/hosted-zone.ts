import type { CreateHostedZoneResponse } from '@aws-sdk/client-route-53';
import { AwsFailure } from '../../world/failure';
import { waitUntilInSync } from './change';
import type { ResourceProvider } from './provider';
import { record, required, text } from './shape';

const shape = record(
  { Name: required(text), HostedZoneConfig: record({ Comment: text }) },
  { unsupported: ['HostedZoneFeatures', 'HostedZoneTags', 'QueryLoggingConfig', 'VPCs'] },
);

/** AWS::Route53::HostedZone, public. Ref is the id without `/hostedzone/`. */
export const hostedZoneProvider: ResourceProvider = {
  type: 'AWS::Route53::HostedZone',
  attributes: ['Id', 'NameServers'],
  createOnly: ['Name'],
  unchangeable: ['HostedZoneConfig'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const { HostedZone, DelegationSet, ChangeInfo } = await context.call<CreateHostedZoneResponse>(
      'route53',
      'CreateHostedZone',
      { ...(shape.toApi(properties) as object), CallerReference: context.requestToken },
    );
    const id = HostedZone!.Id!.replace(/^\/hostedzone\//, '');
    const made = { physicalId: id, attributes: { Id: id, NameServers: DelegationSet?.NameServers ?? [] } };
    context.begun(made);
    await waitUntilInSync(context, ChangeInfo);
    return made;
  },

  update: async (_context, made) => made,

  delete: async (context, made) => {
    try {
      await context.call('route53', 'DeleteHostedZone', { Id: made.physicalId });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'NoSuchHostedZone')) throw error;
    }
  },
};
