import * as cloudformation from '@aws-sdk/client-cloudformation';
import { addStack } from '../../support/stack-record';
import type { Walk } from './walk';

/** Stacks to look at. */
export function walkCloudFormation(walk: Walk): void {
  test('stacks, their resources, events, exports and imports', async () => {
    const client = walk.clients.cloudformation;
    const at = walk.world.now;
    const resource = { logicalId: 'Zone', physicalId: 'Z1', type: 'AWS::Route53::HostedZone' };
    const { id } = addStack(walk.world, 'network', {
      description: 'zones',
      outputs: [{ key: 'Zone', value: 'Z1', exportName: 'network-Zone' }],
      parameters: [{ key: 'Name', value: 'example.com' }],
      resources: [{ ...resource, status: 'CREATE_COMPLETE', changedAt: at }],
      events: [{ ...resource, status: 'CREATE_COMPLETE', at }],
    });
    addStack(walk.world, 'site', { imports: ['network-Zone'] });
    const StackName = 'network';
    const { Stacks } = await client.send(new cloudformation.DescribeStacksCommand({ StackName }));
    expect(Stacks).toMatchObject([
      {
        StackId: id,
        StackStatus: 'CREATE_COMPLETE',
        Outputs: [{ OutputKey: 'Zone', OutputValue: 'Z1', ExportName: 'network-Zone' }],
        Parameters: [{ ParameterKey: 'Name', ParameterValue: 'example.com' }],
      },
    ]);
    const of = { StackName, LogicalResourceId: 'Zone' };
    const one = await client.send(new cloudformation.DescribeStackResourceCommand(of));
    expect(one.StackResourceDetail?.PhysicalResourceId).toBe('Z1');
    const some = await client.send(new cloudformation.DescribeStackResourcesCommand({ StackName }));
    expect(some.StackResources).toHaveLength(1);
    const all = await client.send(new cloudformation.ListStackResourcesCommand({ StackName }));
    expect(all.StackResourceSummaries?.[0]).toMatchObject({ LogicalResourceId: 'Zone' });
    const { StackEvents } = await client.send(new cloudformation.DescribeStackEventsCommand({ StackName }));
    expect(StackEvents?.[0]?.Timestamp).toEqual(new Date(at));
    const stacks = await client.send(new cloudformation.ListStacksCommand({}));
    expect(stacks.StackSummaries?.map((stack) => stack.StackName)).toEqual(['site', 'network']);
    const { Exports } = await client.send(new cloudformation.ListExportsCommand({}));
    expect(Exports).toEqual([{ ExportingStackId: id, Name: 'network-Zone', Value: 'Z1' }]);
    const importers = await client.send(
      new cloudformation.ListImportsCommand({ ExportName: 'network-Zone' }),
    );
    expect(importers.Imports).toEqual(['site']);
  });

  test('a stack is ordered, changed and deleted', async () => {
    const client = walk.clients.cloudformation;
    const template = { StackName: 'ordered', TemplateBody: '{"Resources": {}}' };
    const { StackId } = await client.send(new cloudformation.CreateStackCommand(template));
    expect(StackId).toContain(':stack/ordered/');
    const [record] = [...walk.world.stacks.values()].filter(({ id }) => id === StackId);
    walk.world.stacks.set(record!.id, { ...record!, status: 'CREATE_COMPLETE' });
    expect((await client.send(new cloudformation.UpdateStackCommand(template))).StackId).toBe(StackId);
    await client.send(new cloudformation.DeleteStackCommand({ StackName: 'ordered' }));
    expect(walk.world.stackOrders.map(({ kind }) => kind)).toEqual(['create', 'update', 'delete']);
  });

  test('drift is looked for, and not yet found', async () => {
    const client = walk.clients.cloudformation;
    const { id: StackId } = addStack(walk.world, 'compared');
    const { StackDriftDetectionId } = await client.send(
      new cloudformation.DetectStackDriftCommand({ StackName: 'compared' }),
    );
    const command = new cloudformation.DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId });
    expect(await client.send(command)).toMatchObject({ StackId, DetectionStatus: 'DETECTION_IN_PROGRESS' });
  });

  test('a template is summed up', async () => {
    const TemplateBody =
      '{"Parameters": {"Zone": {"Type": "String"}}, "Resources": {"One": {"Type": "AWS::SSM::Parameter"}}}';
    const command = new cloudformation.GetTemplateSummaryCommand({ TemplateBody });
    expect(await walk.clients.cloudformation.send(command)).toMatchObject({
      Parameters: [{ ParameterKey: 'Zone', ParameterType: 'String', NoEcho: false }],
      ResourceTypes: ['AWS::SSM::Parameter'],
    });
  });

  test('a change set is asked for, seen, executed and taken away', async () => {
    const client = walk.clients.cloudformation;
    const of = { StackName: 'previewed', ChangeSetName: 'first' };
    const asked = await client.send(
      new cloudformation.CreateChangeSetCommand({
        ...of,
        ChangeSetType: 'CREATE',
        TemplateBody: '{"Resources": {}}',
      }),
    );
    expect(asked.Id).toContain(':changeSet/first/');
    const seen = await client.send(new cloudformation.DescribeChangeSetCommand(of));
    expect(seen).toMatchObject({ ChangeSetName: 'first', StackId: asked.StackId });
    // Nobody takes the order here, so that it never comes to CREATE_COMPLETE.
    const executed = client.send(new cloudformation.ExecuteChangeSetCommand(of));
    await expect(executed).rejects.toMatchObject({ name: 'InvalidChangeSetStatusException' });
    await client.send(new cloudformation.DeleteChangeSetCommand(of));
    const gone = client.send(new cloudformation.DescribeChangeSetCommand(of));
    await expect(gone).rejects.toMatchObject({ name: 'ChangeSetNotFoundException' });
  });

  test('a stack that is not there is a ValidationError', async () => {
    const asked = walk.clients.cloudformation.send(
      new cloudformation.DescribeStacksCommand({ StackName: 'gone' }),
    );
    await expect(asked).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Stack with id gone does not exist',
    });
  });
}
