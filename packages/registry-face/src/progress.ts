import {
  type BaseModel,
  HandlerErrorCode,
  OperationStatus,
  ProgressEvent,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { Failure, type TurnResult } from '@cutover/handler-kit';
import type { Context } from './request';

/** What CloudFormation is to be told of a turn. */
interface Told<Journal, Model> {
  /** The model of an answer that is not the last one. */
  readonly desired: Model;
  /** The model of the last answer; undefined where the resource is gone. */
  readonly shownOf: (journal: Journal) => Model | undefined;
}

export function progressOf<Journal, Model extends BaseModel>(
  result: TurnResult<Journal>,
  { desired, shownOf }: Told<Journal, Model>,
): ProgressEvent<Model> {
  switch (result.kind) {
    case 'inProgress':
      return new ProgressEvent({
        status: OperationStatus.InProgress,
        message: result.message,
        callbackDelaySeconds: result.delaySeconds,
        callbackContext: { revision: result.revision } satisfies Context,
        resourceModel: desired,
      }) as ProgressEvent<Model>;
    case 'succeeded':
      return new ProgressEvent({
        status: OperationStatus.Success,
        message: result.message,
        resourceModel: result.journal && shownOf(result.journal),
      }) as ProgressEvent<Model>;
    case 'failed':
      return failed(result.code, result.message);
  }
}

/** The answer of a list, all in one: the runtime library drops the token that a second page would need. */
export const listed = <Model extends BaseModel>(resourceModels: Model[]) =>
  new ProgressEvent({ status: OperationStatus.Success, resourceModels }) as ProgressEvent<Model>;

/** Built from the code, not from an exception class: the library finds classes by a name that bundling may change. */
export const failed = <Model extends BaseModel>(
  code: Failure['code'],
  message: string,
): ProgressEvent<Model> => ProgressEvent.failed<ProgressEvent<Model>>(HandlerErrorCode[code], message);

/** What the work answers, or the failure that it threw; every other error is a bug, which the library reports. */
export async function answering<Model extends BaseModel>(
  work: () => Promise<ProgressEvent<Model>>,
): Promise<ProgressEvent<Model>> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return failed(error.code, error.message);
  }
}
