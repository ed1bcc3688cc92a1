import { type Instant, minutesToMs, secondsToMs } from '@cutover/ground';
import { ResourceFailure } from '../resources/failure';
import type { ResourceContext } from '../resources/provider';
import type { HandlerAction, ProgressEvent, TypePayload, TypeRegistration } from '../type-runtime';
import type { Members } from '../value';
import { breachOf } from './contract';
import { identityOf } from './pointers';
import { assumeTypeRole } from './type-role';

/** One operation on an extension's resource, from the first turn to SUCCESS. */
export interface Operation {
  readonly action: HandlerAction;
  readonly properties: Members;
  readonly previous?: Members;
  /** The identifier that an earlier operation gave. */
  readonly identity?: string;
  /** Told of every model that has the identifier. */
  onModel?(model: Members, identity: string): void;
}

/** The registry's default where the schema's handler has no timeoutInMinutes. */
const defaultTimeoutMinutes = 120;
/** How often a turn that crashed is tried again with the same payload before the operation fails. */
const crashesForgiven = 3;
const betweenTriesSeconds = 1;

/**
 * Turn after turn with the callback context and the model of the last answer, sleeping in virtual time between.
 * @returns the last model; undefined after DELETE
 * @throws ResourceFailure for FAILED, a breach of the contract, too many crashes or the end of the timeout
 */
export async function performOperation(
  context: ResourceContext,
  registration: TypeRegistration,
  operation: Operation,
): Promise<Members | undefined> {
  const { schema } = registration;
  const handler = schema.handlers?.[operation.action.toLowerCase() as Lowercase<HandlerAction>];
  const deadline = context.now() + minutesToMs(handler?.timeoutInMinutes ?? defaultTimeoutMinutes);
  let { identity, properties } = operation;
  let callbackContext: object | null = null;
  for (;;) {
    const payload = await payloadOf(context, registration, { ...operation, properties }, callbackContext);
    const event = await takeTurn(context, registration, payload, deadline);
    const breach = breachOf(schema, operation.action, event, identity);
    if (breach)
      throw new ResourceFailure(
        'InternalFailure',
        `${operation.action} handler broke the contract: ${breach}`,
      );
    const model = event.resourceModel ?? undefined;
    identity = identityOf(schema, model) ?? identity;
    if (model && identity) operation.onModel?.(model, identity);
    if (event.status === 'FAILED') throw new ResourceFailure(event.errorCode!, event.message ?? '');
    if (event.status === 'SUCCESS') return model;
    properties = model!;
    callbackContext = event.callbackContext ?? null;
    await sleepBefore(context, deadline, secondsToMs(event.callbackDelaySeconds ?? 0));
  }
}

async function payloadOf(
  context: ResourceContext,
  registration: TypeRegistration,
  { action, properties, previous }: Operation,
  callbackContext: object | null,
): Promise<TypePayload> {
  return {
    requestData: {
      callerCredentials: await assumeTypeRole(context, registration),
      resourceProperties: properties,
      previousResourceProperties: previous ?? null,
      logicalResourceId: context.logicalId,
      typeConfiguration: null,
    },
    region: context.region,
    awsAccountId: context.accountId,
    action,
    callbackContext,
    bearerToken: context.requestToken,
    resourceType: registration.typeName,
  };
}

/** One answer, however many processes it takes: a turn that died is begun again with the very same payload. */
async function takeTurn(
  context: ResourceContext,
  { runtime }: TypeRegistration,
  payload: TypePayload,
  deadline: Instant,
): Promise<ProgressEvent> {
  for (let crashes = 0; ; ) {
    // Through JSON, as between CloudFormation and Lambda: the handler's copy is its own.
    const turn = await runtime.invoke(JSON.parse(JSON.stringify(payload)) as TypePayload);
    if (turn.tookMs) await context.sleep(turn.tookMs);
    if (turn.kind === 'answered') return turn.event;
    if (turn.kind === 'crashed' && ++crashes > crashesForgiven)
      throw new ResourceFailure(
        'InternalFailure',
        `${payload.action} handler crashed ${crashes} times: ${lastLine(turn.stderr)}`,
      );
    await sleepBefore(context, deadline, secondsToMs(betweenTriesSeconds));
  }
}

const lastLine = (stderr: string): string => stderr.trim().split('\n').at(-1) || 'it wrote nothing to stderr';

/** Sleeps, but not past the deadline of the operation. */
async function sleepBefore(context: ResourceContext, deadline: Instant, ms: number): Promise<void> {
  const left = deadline - context.now();
  await context.sleep(Math.max(0, Math.min(ms, left)));
  if (ms >= left) throw new ResourceFailure('NotStabilized', 'Exceeded attempts to wait');
}
