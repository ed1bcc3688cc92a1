import { chanceOf } from '@cutover/ground';
import {
  type CloudFormation,
  type CloudFormationOptions,
  type StackEvent,
  type StackRequest,
  startCloudFormation,
} from '../../src/stack';
import { timelineOf } from '../../src/timeline';
import { acmOperations } from '../../src/world/acm/operations';
import { advance, nextChangeAt } from '../../src/world/advance';
import { cloudFrontOperations } from '../../src/world/cloudfront/operations';
import { createWorld } from '../../src/world/create';
import { AwsFailure } from '../../src/world/failure';
import type { Answer, Operation, Request } from '../../src/world/operation';
import { route53Operations } from '../../src/world/route53/operations';
import { stsOperations } from '../../src/world/sts/operations';
import type { World } from '../../src/world/world';

export const account = '310123456789';
export const region = 'us-east-1';

const operations = new Map(
  [...acmOperations, ...cloudFrontOperations, ...route53Operations, ...stsOperations].map((operation) => [
    `${operation.service}.${operation.name}`,
    operation as unknown as Operation<unknown>,
  ]),
);

/** The transitions alone: what the gate adds, the gate's own tests show. */
export function answer(world: World, request: Request): Answer {
  const operation = operations.get(`${request.service}.${request.operation}`);
  if (!operation)
    return { kind: 'failure', code: 'NotImplemented', status: 400, message: request.operation, latencyMs: 1 };
  try {
    const output = operation.perform(world, request.input, request.caller);
    return { kind: 'output', output, latencyMs: 1 };
  } catch (error) {
    if (!(error instanceof AwsFailure)) throw error;
    return { kind: 'failure', code: error.code, status: error.status, message: error.message, latencyMs: 1 };
  }
}

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
