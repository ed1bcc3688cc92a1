import { createStack, updateStack } from '../../src/stack';
import { answer } from '../../src/world/gate';
import { deployed, distribution, place, record, request, template, zone } from './support';

/** A gate through which the nth call of an operation is made, or is not, and never answered. */
const unanswered = (operation: string, isMade: boolean): typeof answer => {
  let isLost = false;
  return (world, asked) => {
    if (asked.operation !== operation || isLost) return answer(world, asked);
    isLost = true;
    const { latencyMs } = isMade ? (answer(world, asked) as { latencyMs: number }) : { latencyMs: 1 };
    return { kind: 'silence', latencyMs };
  };
};
const tagged = template(distribution()).replace(
  '      DistributionConfig:',
  '      Tags: [{ Key: a, Value: b }]\n      DistributionConfig:',
);

describe('an answer that is lost is looked for before the call is made again', () => {
  test.each([
    ['CreateDistribution', true, template(distribution())],
    ['CreateDistribution', false, template(distribution())],
    ['CreateDistributionWithTags', true, tagged],
    ['ChangeResourceRecordSets', true, template(zone, record())],
    ['ChangeResourceRecordSets', false, template(zone, record())],
  ])('%s, which had its effect: %s', async (operation, isMade, text) => {
    const here = place({ answer: unanswered(operation, isMade) });
    const stack = await here.finish((cloudFormation) => createStack(cloudFormation, request(text)));
    expect(stack.events.filter(({ status }) => status.endsWith('FAILED'))).toEqual([]);
    expect(stack.status).toBe('CREATE_COMPLETE');
    const tries = here.requests.filter((asked) => asked.operation === operation).length;
    expect([here.world.distributions.size + here.world.hostedZones.size, tries]).toEqual([1, isMade ? 1 : 2]);
    for (const { pending } of here.world.hostedZones.values()) expect(pending).toEqual([]);
  });

  test.each([
    ['UpdateDistribution', true, template(distribution()), template(distribution('Comment: c'))],
    ['UpdateDistribution', false, template(distribution()), template(distribution('Comment: c'))],
  ])('%s, which had its effect: %s', async (operation, isMade, from, to) => {
    const { here } = await deployed(from, { answer: unanswered(operation, isMade) });
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, request(to)));
    expect(stack.events.filter(({ status }) => status.endsWith('FAILED'))).toEqual([]);
    expect([...here.world.distributions.values()].map(({ config }) => config.Comment)).toEqual(['c']);
  });
});
