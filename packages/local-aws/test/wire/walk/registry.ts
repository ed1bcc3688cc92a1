import * as cloudformation from '@aws-sdk/client-cloudformation';
import { addPackage, greeting } from '../../support/type-package';
import { source, type Walk } from './walk';

/** A type in the private registry, from its first version on. */
export function walkRegistry(walk: Walk): void {
  test('versions are registered, shown, made the default and deregistered', async () => {
    const client = walk.clients.cloudformation;
    const SchemaHandlerPackage = addPackage(walk.world, source);
    const arns: string[] = [];
    for (const ClientRequestToken of ['one', 'two']) {
      const { RegistrationToken } = await client.send(
        new cloudformation.RegisterTypeCommand({
          Type: 'RESOURCE',
          TypeName: greeting,
          SchemaHandlerPackage,
          ClientRequestToken,
        }),
      );
      walk.later();
      const registration = await client.send(
        new cloudformation.DescribeTypeRegistrationCommand({ RegistrationToken }),
      );
      expect(registration.ProgressStatus).toBe('COMPLETE');
      arns.push(registration.TypeVersionArn!);
    }
    await client.send(new cloudformation.SetTypeDefaultVersionCommand({ Arn: arns[1] }));
    const of = { Type: 'RESOURCE', TypeName: greeting } as const;
    const { TypeVersionSummaries } = await client.send(new cloudformation.ListTypeVersionsCommand(of));
    expect(TypeVersionSummaries?.map(({ Arn, IsDefaultVersion }) => [Arn, IsDefaultVersion])).toEqual([
      [arns[0], false],
      [arns[1], true],
    ]);
    expect(await client.send(new cloudformation.DescribeTypeCommand(of))).toMatchObject({ Arn: arns[1] });
    await client.send(new cloudformation.DeregisterTypeCommand({ Arn: arns[0] }));
    await client.send(new cloudformation.DeregisterTypeCommand(of));
    await expect(client.send(new cloudformation.DescribeTypeCommand(of))).rejects.toMatchObject({
      name: 'TypeNotFoundException',
    });
    await expect(client.send(new cloudformation.DescribePublisherCommand({}))).rejects.toMatchObject({
      name: 'CFNRegistryException',
      message: expect.stringContaining('is not verified as a publisher'),
    });
  });
}
