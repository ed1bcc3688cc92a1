import * as cloudformation from '@aws-sdk/client-cloudformation';
import { stackSetKey } from '../../../src/world/stack-sets/record';
import { source, type Walk } from './walk';

const named = { StackSetName: 'everywhere' };
const places = { ...named, Accounts: [source], Regions: ['eu-west-1', 'us-east-1'] };
const set = { ...named, TemplateBody: '{"Resources": {}}' };

/** A stack set from its template to its end. */
export function walkStackSets(walk: Walk): void {
  /** Nobody takes the orders here: what runs is said to be done. */
  const done = ({ isEmptied = false } = {}) => {
    const key = stackSetKey({ accountId: source, region: 'us-east-1' }, named.StackSetName);
    const record = walk.world.stackSets.get(key)!;
    walk.world.stackSets.set(key, {
      ...record,
      instances: isEmptied ? [] : record.instances,
      operations: record.operations.map((each) => ({ ...each, status: 'SUCCEEDED' as const })),
    });
  };

  test('a stack set is made once, and shown', async () => {
    const client = walk.clients.cloudformation;
    const { StackSetId } = await client.send(new cloudformation.CreateStackSetCommand(set));
    const { StackSet } = await client.send(new cloudformation.DescribeStackSetCommand(named));
    expect(StackSet).toMatchObject({ ...set, StackSetId, Status: 'ACTIVE' });
    await expect(client.send(new cloudformation.CreateStackSetCommand(set))).rejects.toMatchObject({
      name: 'NameAlreadyExistsException',
    });
  });

  test('its instances are ordered, one operation at a time, and what became of each is told', async () => {
    const client = walk.clients.cloudformation;
    const { OperationId } = await client.send(new cloudformation.CreateStackInstancesCommand(places));
    await expect(client.send(new cloudformation.UpdateStackInstancesCommand(places))).rejects.toMatchObject({
      name: 'OperationInProgressException',
    });
    const asked = { ...named, OperationId: OperationId! };
    const { StackSetOperation } = await client.send(
      new cloudformation.DescribeStackSetOperationCommand(asked),
    );
    expect(StackSetOperation).toMatchObject({ OperationId, Action: 'CREATE', Status: 'RUNNING' });
    const results = await client.send(new cloudformation.ListStackSetOperationResultsCommand(asked));
    expect(results.Summaries?.map(({ Region, Status }) => [Region, Status])).toEqual([
      ['eu-west-1', 'PENDING'],
      ['us-east-1', 'PENDING'],
    ]);
    const instances = await client.send(new cloudformation.ListStackInstancesCommand(named));
    expect(instances.Summaries).toMatchObject([
      { Account: source, Region: 'eu-west-1', Status: 'OUTDATED', LastOperationId: OperationId },
      { Account: source, Region: 'us-east-1', Status: 'OUTDATED', LastOperationId: OperationId },
    ]);
  });

  test('the set and its instances are changed, then taken away', async () => {
    const client = walk.clients.cloudformation;
    done();
    await client.send(new cloudformation.UpdateStackInstancesCommand(places));
    done();
    await client.send(new cloudformation.UpdateStackSetCommand(set));
    done();
    await expect(client.send(new cloudformation.DeleteStackSetCommand(named))).rejects.toMatchObject({
      name: 'StackSetNotEmptyException',
    });
    await client.send(new cloudformation.DeleteStackInstancesCommand({ ...places, RetainStacks: false }));
    const { Summaries } = await client.send(new cloudformation.ListStackSetOperationsCommand(named));
    expect(Summaries?.map(({ Action }) => Action).sort()).toEqual(['CREATE', 'DELETE', 'UPDATE', 'UPDATE']);
    done({ isEmptied: true });
    await client.send(new cloudformation.DeleteStackSetCommand(named));
    await expect(client.send(new cloudformation.DescribeStackSetCommand(named))).rejects.toMatchObject({
      name: 'StackSetNotFoundException',
    });
  });
}
