import { previewStack, updateStack } from '../../src/stack';
import { scripted, success, widget } from './extension-type';
import { deployed, distribution, place, record, request, role, template, zone } from './support';

const previewed = async (from: string, to: string) => {
  const { here } = await deployed(from);
  const calls = here.requests.length;
  const { kind, changes } = previewStack(here, request(to));
  expect(here.requests).toHaveLength(calls);
  expect(kind).toBe('UPDATE');
  return changes.map(({ logicalId, action, replacement, properties, policyAction }) =>
    [logicalId, action, replacement, properties?.join(), policyAction].filter(Boolean).join(' '),
  );
};

describe('a change set of an update tells', () => {
  test.each([
    ['what is added', template(zone), template(zone, record()), ['Record Add']],
    ['what goes', template(zone, record()), template(zone), ['Record Remove Delete']],
    [
      'what goes and stays in the world',
      template(zone.replace('Zone: {', 'Zone: { DeletionPolicy: Retain,'), role()),
      template(role()),
      ['Zone Remove Retain'],
    ],
    [
      'what is changed in place, and which properties',
      template(zone, record(), distribution()),
      template(zone, record('192.0.2.2'), distribution('Comment: c')),
      ['Target Modify False DistributionConfig.Comment', 'Record Modify False ResourceRecords'].reverse(),
    ],
    [
      'what is replaced, and what may have to be because of that',
      template(zone, record()),
      template(zone.replace('.com', '.org'), record()),
      ['Zone Modify True Name ReplaceAndDelete', 'Record Modify Conditional HostedZoneId ReplaceAndDelete'],
    ],
    [
      'what is replaced and stays in the world',
      template(zone),
      template(zone.replace('.com', '.org').replace('Zone: {', 'Zone: { UpdateReplacePolicy: Retain,')),
      ['Zone Modify True Name ReplaceAndRetain'],
    ],
    ['nothing, when there is nothing to do', template(zone), template(zone), []],
  ])('%s', async (_what, from, to, expected) => {
    expect(await previewed(from, to)).toEqual(expected);
  });
});

test('a change set of a new stack adds everything, in order', () => {
  const here = place();
  const { kind, changes } = previewStack(here, request(template(record(), zone)));
  expect([kind, ...changes.map(({ logicalId, action }) => `${logicalId} ${action}`)]).toEqual([
    'CREATE',
    'Zone Add',
    'Record Add',
  ]);
  expect(here.stacks.size).toBe(0);
});

test('what the change set of a registered type says is what the update does', async () => {
  const { registration, actions } = scripted({ CREATE: [success()], UPDATE: [success()] });
  const { here } = await deployed(widget(), { types: [registration] });
  const replaced = request(widget('{ Target: { DistributionId: E1 }, Strategy: AUTO }'));
  const changed = request(widget('{ Target: { DistributionId: E2 } }'));
  const replacementOf = (asked: typeof replaced) => previewStack(here, asked).changes[0]?.replacement;
  expect([replacementOf(replaced), replacementOf(changed)]).toEqual(['True', 'False']);
  const before = actions().length;
  await here.finish((cloudFormation) => updateStack(cloudFormation, replaced));
  expect(actions().slice(before)).toEqual(['CREATE', 'READ', 'DELETE']);
});
