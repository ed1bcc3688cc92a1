import {
  DeleteParametersCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  type SSMClient,
} from '@aws-sdk/client-ssm';
import type { Parameter, ParameterPort } from '@cutover/alias-migration';
import { attempt, attemptUnless } from './failures/attempt';
import type { Call } from './failures/read';

const call = (operation: string, resource: string): Call => ({ service: 'SSM', operation, resource });

/** DeleteParameters takes ten names, GetParametersByPath gives ten parameters. */
const BATCH_SIZE = 10;

/** SSM parameters: what outlives a turn. */
export function parameterPort(client: () => Promise<SSMClient>): ParameterPort {
  return {
    list: (path) =>
      attempt(call('GetParametersByPath', `parameters below ${path}`), async () =>
        listBelow(await client(), path),
      ),

    put: async (name, value, overwrite) => {
      const put = async (): Promise<true> => {
        const command = new PutParameterCommand({
          Name: name,
          Value: value,
          Type: 'String',
          Overwrite: overwrite,
        });
        await (await client()).send(command);
        return true;
      };
      const what = call('PutParameter', `parameter ${name}`);
      return overwrite ? attempt(what, put) : ((await attemptUnless('Taken', what, put)) ?? false);
    },

    remove: async (names) => {
      for (let i = 0; i < names.length; i += BATCH_SIZE) {
        const Names = names.slice(i, i + BATCH_SIZE);
        // Absent names come back as InvalidParameters in a successful answer.
        await attempt(call('DeleteParameters', `parameters ${Names.join(', ')}`), async () => {
          await (await client()).send(new DeleteParametersCommand({ Names }));
        });
      }
    },
  };
}

async function listBelow(client: SSMClient, path: string): Promise<Parameter[]> {
  const found: Parameter[] = [];
  for (let token: string | undefined, more = true; more; more = token !== undefined) {
    const command: GetParametersByPathCommand = new GetParametersByPathCommand({
      Path: path,
      Recursive: true,
      MaxResults: BATCH_SIZE,
      NextToken: token,
    });
    const page = await client.send(command);
    // A page may be empty and still name a next one.
    found.push(...(page.Parameters ?? []).map(({ Name = '', Value = '' }) => ({ name: Name, value: Value })));
    token = page.NextToken || undefined;
  }
  return found;
}
