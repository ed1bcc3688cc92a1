import * as cloudformation from '@aws-sdk/client-cloudformation';
import { addPackage } from '../../support/type-package';
import { source, type Walk } from './walk';

/** A type on its way from the private registry to the public one, and back into an account. */
export function walkPublication(walk: Walk): void {
  const of = { Type: 'RESOURCE', TypeName: 'Acme::Demo::Farewell' } as const;

  test('a version is configured, tested, published, activated and deactivated', async () => {
    const client = walk.clients.cloudformation;
    const { PublisherId } = await client.send(
      new cloudformation.RegisterPublisherCommand({ AcceptTermsAndConditions: true }),
    );
    const SchemaHandlerPackage = addPackage(walk.world, source, of.TypeName, 'farewell.zip');
    await client.send(new cloudformation.RegisterTypeCommand({ ...of, SchemaHandlerPackage }));
    walk.later();
    const { ConfigurationArn } = await client.send(
      new cloudformation.SetTypeConfigurationCommand({ ...of, Configuration: '{"ApiKey": "secret"}' }),
    );
    expect(ConfigurationArn).toContain(':type-configuration/');
    await expect(client.send(new cloudformation.PublishTypeCommand(of))).rejects.toMatchObject({
      name: 'CFNRegistryException',
      message: expect.stringContaining('needs to be tested first'),
    });
    await client.send(new cloudformation.TestTypeCommand(of));
    const [asked] = walk.world.typeTests;
    walk.world.testVerdicts.set(asked!.digest, { isPassed: true, description: 'all passed' });
    walk.later();
    expect(await client.send(new cloudformation.DescribeTypeCommand(of))).toMatchObject({
      TypeTestsStatus: 'PASSED',
      TypeTestsStatusDescription: 'all passed',
    });
    const { PublicTypeArn } = await client.send(new cloudformation.PublishTypeCommand(of));
    expect(PublicTypeArn).toContain(`::type/resource/${PublisherId}/Acme-Demo-Farewell/1.0.0`);
    const TypeNameAlias = 'Acme::Smoke::Farewell';
    const { Arn } = await client.send(
      new cloudformation.ActivateTypeCommand({ ...of, PublisherId, TypeNameAlias }),
    );
    const activated = new cloudformation.DescribeTypeCommand({ ...of, TypeName: TypeNameAlias });
    expect(await client.send(activated)).toMatchObject({ Arn, IsActivated: true });
    await client.send(new cloudformation.DeactivateTypeCommand({ Arn }));
    await expect(client.send(activated)).rejects.toMatchObject({ name: 'TypeNotFoundException' });
  });
}
