import { createStack, deleteStack, updateStack } from '../../src/stack';
import { deployed, lines, place, request, role, template, zone } from './support';

const withPolicy = (policy: string) => zone.replace('Zone: {', `Zone: { DeletionPolicy: ${policy},`);
const failing = [role('reader'), role('reader').replace('Reader:', 'Twin:')];

describe('whether a resource stays in the world', () => {
  test.each([
    ['Delete', 'DELETE_COMPLETE', 0],
    ['Retain', 'DELETE_SKIPPED', 1],
    ['RetainExceptOnCreate', 'DELETE_SKIPPED', 1],
  ])('%s, when its stack is deleted', async (policy, status, left) => {
    const { here } = await deployed(template(withPolicy(policy)));
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(lines(stack.events).slice(-2)).toEqual([`Zone ${status}`, 'site DELETE_COMPLETE']);
    expect(here.world.hostedZones.size).toBe(left);
  });

  test.each([
    ['Delete', 0],
    ['Retain', 1],
    ['RetainExceptOnCreate', 0],
  ])('%s, when its stack could not be made', async (policy, left) => {
    const { here, stack } = await deployed(template(withPolicy(policy), ...failing));
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(here.world.hostedZones.size).toBe(left);
  });

  test.each([
    ['Delete', 0],
    ['Retain', 1],
    ['RetainExceptOnCreate', 1],
  ])('%s, when the template has it no more', async (policy, left) => {
    const { here } = await deployed(template(withPolicy(policy), role()));
    const stack = await here.finish((cloudFormation) =>
      updateStack(cloudFormation, request(template(role()))),
    );
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect([...stack.resources.keys()]).toEqual(['Reader']);
    expect(here.world.hostedZones.size).toBe(left);
  });

  test.each([
    ['Delete', 0],
    ['Retain', 1],
    ['RetainExceptOnCreate', 0],
  ])('%s, when the update that added it goes back', async (policy, left) => {
    const { here } = await deployed(template(role('first').replace('Reader:', 'First:')));
    const stack = await here.finish((cloudFormation) =>
      updateStack(
        cloudFormation,
        request(template(role('first').replace('Reader:', 'First:'), withPolicy(policy), ...failing)),
      ),
    );
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(here.world.hostedZones.size).toBe(left);
  });
});

test('with the way back switched off, a stack that failed stays to be looked at, and can be deleted', async () => {
  const here = place();
  const stack = await here.finish((cloudFormation) =>
    createStack(cloudFormation, request(template(zone, ...failing), { disableRollback: true })),
  );
  expect([stack.status, stack.statusReason]).toEqual([
    'CREATE_FAILED',
    'The following resource(s) failed to create: [Twin].',
  ]);
  expect([here.world.hostedZones.size, here.world.roles.size]).toEqual([1, 1]);
  expect((await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')))).status).toBe(
    'DELETE_COMPLETE',
  );
  expect([here.world.hostedZones.size, here.world.roles.size]).toEqual([0, 0]);
});
