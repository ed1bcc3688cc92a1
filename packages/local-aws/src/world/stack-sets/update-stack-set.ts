import type { UpdateStackSetInput, UpdateStackSetOutput } from '@aws-sdk/client-cloudformation';
import { orderedTemplate, parametersIn } from '../cloudformation/stack-order';
import type { Operation } from '../operation';
import { begin, placesIn, refuseBusy } from './begin';
import { isAt, type StackSetRecord } from './record';
import { findStackSet, stackSetNeed } from './stack-set';

/**
 * Another template, or other parameters. It goes to all stacks of the set, or to those in the accounts and regions that
 * are named; the others are OUTDATED then.
 */
export const updateStackSet: Operation<UpdateStackSetInput, UpdateStackSetOutput> = {
  service: 'cloudformation',
  name: 'UpdateStackSet',
  needs: stackSetNeed('UpdateStackSet'),
  perform: (world, input, caller) => {
    const set = findStackSet(world, caller, input.StackSetName);
    refuseBusy(set, input);
    const template = input.UsePreviousTemplate
      ? set.template
      : orderedTemplate(world, caller, input).template;
    const kept = (input.Parameters ?? [])
      .filter(({ UsePreviousValue }) => UsePreviousValue)
      .map(({ ParameterKey = '' }) => [ParameterKey, set.parameters[ParameterKey] ?? '']);
    const given = parametersIn(input.Parameters ?? []).parameters;
    const places = input.Regions?.length || input.Accounts?.length ? placesIn(input) : set.instances;
    const outdated = set.instances.map((each) => ({ ...each, status: 'OUTDATED' as const }));
    const next: StackSetRecord = {
      ...set,
      template,
      parameters: { ...Object.fromEntries(kept), ...given },
      instances: outdated,
    };
    const touched = outdated.filter((each) => places.some((place) => isAt(place, each)));
    return { OperationId: begin(world, next, 'UPDATE', input, touched) };
  },
};
