import type { HandlerAction, ProgressEvent, TypeSchema } from '../type-runtime';
import { identityOf } from './pointers';

/**
 * What an answer breaks of the handler contract (CloudFormation CLI user guide, resource type handler contract), or
 * undefined. The driver fails the operation for it, as the contract suite would the type.
 * @param knownIdentity the identifier that an earlier answer gave
 */
export function breachOf(
  schema: TypeSchema,
  action: HandlerAction,
  event: ProgressEvent,
  knownIdentity: string | undefined,
): string | undefined {
  const { status, callbackDelaySeconds, errorCode, resourceModel } = event;
  const identity = identityOf(schema, resourceModel ?? undefined);
  switch (status) {
    case 'FAILED':
      return errorCode ? undefined : 'FAILED without an errorCode';
    case 'IN_PROGRESS':
      if (action === 'READ' || action === 'LIST') return `${action} must not answer IN_PROGRESS`;
      return identity
        ? changed(identity, knownIdentity)
        : `IN_PROGRESS without ${schema.primaryIdentifier.join(', ')}`;
    case 'SUCCESS':
      if (callbackDelaySeconds)
        return `SUCCESS with callbackDelaySeconds ${callbackDelaySeconds}, which must be 0`;
      if (action === 'DELETE')
        return resourceModel ? 'SUCCESS of DELETE must carry no resourceModel' : undefined;
      return identity
        ? changed(identity, knownIdentity)
        : `SUCCESS without ${schema.primaryIdentifier.join(', ')}`;
    default:
      return `an answer with the status ${JSON.stringify(status ?? null)}`;
  }
}

const changed = (identity: string, known: string | undefined): string | undefined =>
  known === undefined || identity === known
    ? undefined
    : `the primary identifier changed from ${known} to ${identity}`;
