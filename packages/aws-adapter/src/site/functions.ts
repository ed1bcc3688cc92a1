import {
  type CloudFrontClient,
  CreateFunctionCommand,
  DeleteFunctionCommand,
  DescribeFunctionCommand,
  type FunctionConfig,
  GetFunctionCommand,
  PublishFunctionCommand,
  TestFunctionCommand,
  type TestResult,
  UpdateFunctionCommand,
} from '@aws-sdk/client-cloudfront';
import type { EdgeFunction, FunctionDraft, FunctionPort, FunctionTest, Stage } from '@cutover/redirect-site';
import { attempt, attemptUnless } from '../failures/attempt';
import type { Call } from '../failures/read';
import { changedMeanwhile } from '../failures/stale';

const call = (operation: string, name: string): Call => ({
  service: 'CloudFront',
  operation,
  resource: `function ${name}`,
});

/** Functions at the edge, in both stages. */
export function functionPort(client: () => Promise<CloudFrontClient>): FunctionPort {
  return {
    find: (name, stage) =>
      attemptUnless('Absent', call('DescribeFunction', `${name} in ${stage}`), async () =>
        findFunction(await client(), name, stage),
      ),

    create: (draft) =>
      attempt(call('CreateFunction', draft.name), async () => {
        await (await client()).send(new CreateFunctionCommand({ Name: draft.name, ...contentOf(draft) }));
      }),

    update: (draft, etag) =>
      attempt(call('UpdateFunction', draft.name), async () => {
        const command = new UpdateFunctionCommand({ Name: draft.name, IfMatch: etag, ...contentOf(draft) });
        await (await client()).send(command);
      }),

    publish: (name, etag) =>
      attempt(call('PublishFunction', name), async () => {
        await (await client()).send(new PublishFunctionCommand({ Name: name, IfMatch: etag }));
      }),

    test: (name, etag, event) =>
      attempt(call('TestFunction', name), async () => {
        const command = new TestFunctionCommand({
          Name: name,
          IfMatch: etag,
          Stage: 'DEVELOPMENT',
          EventObject: new TextEncoder().encode(event),
        });
        return resultOf((await (await client()).send(command)).TestResult);
      }),

    remove: (name, etag) =>
      attempt(call('DeleteFunction', name), async () => {
        await (await client()).send(new DeleteFunctionCommand({ Name: name, IfMatch: etag }));
      }),
  };
}

function contentOf({ comment, code, storeArn }: FunctionDraft): {
  FunctionConfig: FunctionConfig;
  FunctionCode: Uint8Array;
} {
  return {
    FunctionConfig: {
      Comment: comment,
      // The first runtime has no key value stores.
      Runtime: 'cloudfront-js-2.0',
      KeyValueStoreAssociations: { Quantity: 1, Items: [{ KeyValueStoreARN: storeArn }] },
    },
    FunctionCode: new TextEncoder().encode(code),
  };
}

/** One call describes it, another gives the code; both say under which ETag. */
async function findFunction(client: CloudFrontClient, name: string, stage: Stage): Promise<EdgeFunction> {
  const described = await client.send(new DescribeFunctionCommand({ Name: name, Stage: stage }));
  const read = await client.send(new GetFunctionCommand({ Name: name, Stage: stage }));
  const { FunctionSummary: summary, ETag: etag = '' } = described;
  if (read.ETag !== undefined && read.ETag !== etag)
    throw changedMeanwhile(`function ${name}`, etag, read.ETag, 'GetFunction');
  const [store] = summary?.FunctionConfig?.KeyValueStoreAssociations?.Items ?? [];
  return {
    name,
    arn: summary?.FunctionMetadata?.FunctionARN ?? '',
    etag,
    comment: summary?.FunctionConfig?.Comment ?? '',
    status: summary?.Status ?? 'UNKNOWN',
    code: new TextDecoder().decode(read.FunctionCode),
    storeArn: store?.KeyValueStoreARN,
  };
}

function resultOf(result: TestResult | undefined): FunctionTest {
  if (result === undefined) throw new Error('the answer holds no test result');
  return {
    output: result.FunctionOutput || undefined,
    error: result.FunctionErrorMessage || undefined,
    // A number, written as a text.
    utilization: Number(result.ComputeUtilization ?? 0),
  };
}
