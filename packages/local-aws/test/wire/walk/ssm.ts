import * as ssm from '@aws-sdk/client-ssm';
import type { Walk } from './walk';

/** Parameters. */
export function walkSsm(walk: Walk): void {
  test('put, got, found by path, deleted', async () => {
    const client = walk.clients.ssm;
    const put = (Name: string) =>
      client.send(new ssm.PutParameterCommand({ Name, Value: 'v <&>', Type: 'String', Overwrite: false }));
    for (const name of ['/cutover/a', '/cutover/b', '/cutover/c']) await put(name);
    await expect(put('/cutover/a')).rejects.toBeInstanceOf(ssm.ParameterAlreadyExists);
    const one = await client.send(new ssm.GetParameterCommand({ Name: '/cutover/a' }));
    expect(one.Parameter).toMatchObject({ Value: 'v <&>', Version: 1, LastModifiedDate: expect.any(Date) });
    const some = await client.send(new ssm.GetParametersCommand({ Names: ['/cutover/b', '/cutover/x'] }));
    expect(some).toMatchObject({ Parameters: [{ Name: '/cutover/b' }], InvalidParameters: ['/cutover/x'] });
    const all = await client.send(new ssm.GetParametersByPathCommand({ Path: '/cutover', Recursive: true }));
    expect(all.Parameters).toHaveLength(3);
    await client.send(new ssm.DeleteParameterCommand({ Name: '/cutover/a' }));
    await client.send(new ssm.DeleteParametersCommand({ Names: ['/cutover/b'] }));
    await expect(client.send(new ssm.GetParameterCommand({ Name: '/cutover/b' }))).rejects.toBeInstanceOf(
      ssm.ParameterNotFound,
    );
  });
}
