import type { FunctionStage } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needOnFunction, requireFunction, requireStage } from './edge-function';

interface GetFunctionInput {
  readonly Name?: string;
  readonly Stage?: FunctionStage;
}

interface GetFunctionOutput {
  readonly FunctionCode: Uint8Array;
  readonly ETag: string;
  readonly ContentType: string;
}

/** The code of a stage, as bytes. */
export const getFunction: Operation<GetFunctionInput, GetFunctionOutput> = {
  service: 'cloudfront',
  name: 'GetFunction',
  needs: needOnFunction('GetFunction'),
  perform(world, { Name, Stage }, caller) {
    const { code, etag } = requireStage(requireFunction(world, caller, Name), Stage);
    return { FunctionCode: code, ETag: etag, ContentType: 'application/octet-stream' };
  },
};
