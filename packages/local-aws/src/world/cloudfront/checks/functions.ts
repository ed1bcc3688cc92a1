import type { FunctionAssociation } from '@aws-sdk/client-cloudfront';
import { invalidFunctionAssociation } from '../failures';
import { behaviorsOf } from '../references';
import { type Check, newReferences } from './proposal';

const events = ['viewer-request', 'viewer-response'];

/**
 * A behaviour's functions are of the distribution's own account and published: what is on DEVELOPMENT only cannot be
 * associated (Developer Guide, "Associate a function with a distribution"). One function for an event, and none where
 * Lambda@Edge has the viewer's events.
 */
export const functions: Check = (world, proposal) => {
  for (const behavior of behaviorsOf(proposal.config)) {
    const associations = behavior.FunctionAssociations?.Items ?? [];
    requireEvents(associations);
    const lambdaEvents = (behavior.LambdaFunctionAssociations?.Items ?? []).map(({ EventType }) => EventType);
    if (associations.length > 0 && lambdaEvents.some((event) => event?.startsWith('viewer-')))
      throw invalidFunctionAssociation(
        "a behaviour cannot have CloudFront Functions and Lambda@Edge on the viewer's events",
      );
  }
  for (const arn of newReferences(proposal, 'functions')) {
    const found = world.functions.get(arn);
    if (found?.accountId !== proposal.accountId)
      throw invalidFunctionAssociation(`${arn} is no function of account ${proposal.accountId}`);
    if (!found.live) throw invalidFunctionAssociation(`${arn} has not been published to the LIVE stage`);
  }
};

function requireEvents(associations: readonly FunctionAssociation[]): void {
  const seen = new Set<string>();
  for (const { EventType = '' } of associations) {
    if (!events.includes(EventType))
      throw invalidFunctionAssociation(`the EventType ${EventType} is none of ${events.join(', ')}`);
    if (seen.has(EventType))
      throw invalidFunctionAssociation(`a behaviour has two functions for ${EventType}`);
    seen.add(EventType);
  }
}
