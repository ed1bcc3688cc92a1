import { createHash } from 'node:crypto';
import {
  Action,
  BaseResource,
  HandlerErrorCode,
  handlerEvent,
  type LambdaContext,
  OperationStatus,
  type Optional,
  ProgressEvent,
  type ResourceHandlerRequest,
  type SessionProxy,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { Failure, type TurnResult } from '@cutover/handler-kit';
import {
  openCreate,
  openDelete,
  openUpdate,
  type SiteJournal,
  shownOf,
  type Wish,
} from '@cutover/redirect-site';
import { declaredIn, modelOf, type Properties, propertiesOf } from './codec';
import { ResourceModel } from './models';
import { readResource } from './read';
import { type Credentials, type Workshop, workshopOf } from './workshop';

type Session = Optional<SessionProxy>;
type Request = ResourceHandlerRequest<ResourceModel>;
type Progress = ProgressEvent<ResourceModel>;
/** Carried from turn to turn: the newest revision of the journal that the request has seen. */
interface Context {
  readonly revision?: number;
}
const seenIn = ({ revision }: Context): number => revision ?? 0;

/** The faces of the five actions. What they mean is in the redirect-site package. */
class RedirectSiteResource extends BaseResource<ResourceModel> {
  @handlerEvent(Action.Create)
  async create(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const siteId = properties.SiteId ?? siteIdOf(request);
    const open = openCreate(wishOf(siteId, properties));
    return onTurn(session, siteId, properties, (workshop) => workshop.turn(siteId, open, seenIn(context)));
  }

  @handlerEvent(Action.Update)
  async update(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const siteId = properties.SiteId ?? '';
    const seen = seenIn(context);
    const open = openUpdate(wishOf(siteId, properties), seen > 0);
    return onTurn(session, siteId, properties, (workshop) => workshop.turn(siteId, open, seen));
  }

  @handlerEvent(Action.Delete)
  async delete(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const siteId = properties.SiteId ?? '';
    const seen = seenIn(context);
    const open = openDelete(siteId, seen > 0, Date.now());
    return onTurn(session, siteId, properties, (workshop) => workshop.turn(siteId, open, seen), true);
  }

  @handlerEvent(Action.Read)
  async read(session: Session, request: Request): Promise<Progress> {
    const siteId = propertiesOf(request.desiredResourceState).SiteId ?? '';
    return answering(async () => {
      const now = Date.now();
      const found = await readResource(workshopOf(credentialsOf(session), now), siteId, now);
      return found
        ? ProgressEvent.success<Progress>(modelOf(found))
        : failed('NotFound', `There is no redirect site ${siteId}.`);
    });
  }

  /** All in one answer: the runtime library drops the token that a second page would need. */
  @handlerEvent(Action.List)
  async list(session: Session): Promise<Progress> {
    return answering(async () => {
      const ids = await workshopOf(credentialsOf(session), Date.now()).journals.list();
      const resourceModels = ids.sort().map((id) => modelOf({ SiteId: id }));
      return new ProgressEvent({ status: OperationStatus.Success, resourceModels }) as Progress;
    });
  }
}

/** The same token of the same resource gives the same id, so that a replayed create finds its journal. */
const siteIdOf = (request: Request): string => {
  const words = [request.awsAccountId, request.clientRequestToken, request.logicalResourceIdentifier];
  return `rs-${createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 20)}`;
};

const wishOf = (siteId: string, properties: Properties): Wish => ({
  siteId,
  declared: declaredIn(properties),
  now: Date.now(),
});

const credentialsOf = (session: Session): Credentials => {
  const credentials = session?.configuration.credentials;
  if (!credentials)
    throw new Failure(
      'CredentialsRefused',
      'giveUp',
      'InvalidCredentials',
      'The request came without credentials.',
    );
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return { accessKeyId, secretAccessKey, sessionToken };
};

const onTurn = (
  session: Session,
  siteId: string,
  properties: Properties,
  turn: (workshop: Workshop) => Promise<TurnResult<SiteJournal>>,
  isDelete = false,
): Promise<Progress> =>
  answering(async () => {
    const workshop = workshopOf(credentialsOf(session), Date.now());
    return progressOf(await turn(workshop), { ...properties, SiteId: siteId }, isDelete);
  });

function progressOf(result: TurnResult<SiteJournal>, properties: Properties, isDelete: boolean): Progress {
  switch (result.kind) {
    case 'inProgress':
      return new ProgressEvent({
        status: OperationStatus.InProgress,
        message: result.message,
        callbackDelaySeconds: result.delaySeconds,
        callbackContext: { revision: result.revision },
        resourceModel: modelOf(properties),
      }) as Progress;
    case 'succeeded':
      return new ProgressEvent({
        status: OperationStatus.Success,
        message: result.message,
        resourceModel: isDelete || !result.journal ? undefined : modelOf(shownOf(result.journal)),
      }) as Progress;
    case 'failed':
      return failed(result.code, result.message);
  }
}

/** Built from the code, not from an exception class: the library finds classes by a name that bundling may change. */
const failed = (code: Failure['code'], message: string): Progress =>
  ProgressEvent.failed<Progress>(HandlerErrorCode[code], message);

async function answering(work: () => Promise<Progress>): Promise<Progress> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return failed(error.code, error.message);
  }
}

type Event = Parameters<RedirectSiteResource['entrypoint']>[0];

/** A fresh resource for each call: the library keeps the last caller's session on the instance. */
const resource = () => new RedirectSiteResource(ResourceModel.TYPE_NAME, ResourceModel);
export const entrypoint = (event: Event, context: LambdaContext) => resource().entrypoint(event, context);
export const testEntrypoint = (event: Event, context: LambdaContext) =>
  resource().testEntrypoint(event, context);
