import { chanceOf } from '@cutover/ground';
import {
  type CloudFormation,
  type CloudFormationOptions,
  createStack,
  type StackEvent,
  type StackRequest,
  startCloudFormation,
} from '../../src/stack';
import { timelineOf } from '../../src/timeline';
import { advance, nextChangeAt } from '../../src/world/advance';
import { createWorld } from '../../src/world/create';
import { answer } from '../../src/world/gate';
import type { Request } from '../../src/world/operation';

export const account = '310123456789';
export const region = 'us-east-1';

export interface Place extends CloudFormation {
  /** Every call that reached the gate. */
  readonly requests: Request[];
  /** Lets time pass until the flow that `begin` starts has ended. */
  finish<T>(begin: (place: CloudFormation) => Promise<T>): Promise<T>;
}

/** A CloudFormation in a world of one account. */
export function place(options: Partial<CloudFormationOptions> = {}): Place {
  const world = createWorld({
    seed: 'stack',
    startedAt: Date.UTC(2026, 0, 1),
    // So little that sums of whole seconds stay visible.
    knobs: { callLatencyMs: [1, 2] },
    accounts: [{ id: account, name: 'target' }],
  });
  const timeline = timelineOf(
    world.now,
    { nextChangeAt: () => nextChangeAt(world), advanceTo: (time) => advance(world, time) },
    (actor) => chanceOf('stack').unit(actor, 'tie', 0),
  );
  const requests: Request[] = [];
  const gate = options.answer ?? answer;
  const cloudFormation = startCloudFormation({
    world,
    timeline,
    ...options,
    answer: (inWorld, request) => {
      requests.push(request);
      return gate(inWorld, request);
    },
  });
  return {
    ...cloudFormation,
    requests,
    finish: async (begin) => {
      const ended = begin(cloudFormation);
      await Promise.race([timeline.run(), ended]);
      return ended;
    },
  };
}

/** A stack named `site` in the one account. */
export const request = (template: string, more: Partial<StackRequest> = {}): StackRequest => ({
  accountId: account,
  region,
  name: 'site',
  file: 'site.yml',
  template,
  ...more,
});

/** `Zone CREATE_COMPLETE` */
export const lines = (events: readonly StackEvent[]): string[] =>
  events.map(({ logicalId, status }) => `${logicalId} ${status}`);

/** The message of the error that `work` ends in. */
export const refusalOf = async (work: () => unknown): Promise<string> => {
  try {
    await work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'accepted';
};

/** The smallest distribution that CloudFront takes. */
export const distribution = (more: string = ''): string => `
  Target:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{ Id: site, DomainName: origin.example.net, CustomOriginConfig: { OriginProtocolPolicy: https-only } }]
        DefaultCacheBehavior:
          TargetOriginId: site
          ViewerProtocolPolicy: redirect-to-https
          CachePolicyId: 4135ea2d-6df8-44a3-9df3-4b5a84be39ad
${more.replace(/^/gm, '        ')}`;

/** Resources that tests put together. */
export const zone = `
  Zone: { Type: AWS::Route53::HostedZone, Properties: { Name: example.com } }`;
export const record = (address = '192.0.2.1') => `
  Record:
    Type: AWS::Route53::RecordSet
    Properties: { HostedZoneId: !Ref Zone, Name: a.example.com, Type: A, TTL: 60, ResourceRecords: [${address}] }`;
export const role = (name = 'reader', more = '') => `
  Reader:
    Type: AWS::IAM::Role
    Properties:
      RoleName: ${name}
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement: [{ Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: !Ref AWS::AccountId } }]
      Policies:
        - PolicyName: read
          PolicyDocument: { Statement: { Effect: Allow, Action: 'cloudfront:Get*', Resource: '*' } }
${more}`;
export const template = (...resources: string[]): string => `Resources:${resources.join('')}\n`;

/** The stack of this template, at the end of its creation. */
export const deployed = async (text: string, options: Parameters<typeof place>[0] = {}, name = 'site') => {
  const here = place(options);
  const stack = await here.finish((cloudFormation) => createStack(cloudFormation, request(text, { name })));
  return { here, stack };
};
