import { setTimeout as sleep } from 'node:timers/promises';
import {
  Action,
  BaseResource,
  handlerEvent,
  ProgressEvent,
  type ResourceHandlerRequest,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import type { TurnResult } from '@cutover/handler-kit';
import {
  openCreate,
  openDelete,
  openUpdate,
  type SiteJournal,
  shownOf,
  type Wish,
} from '@cutover/redirect-site';
import {
  answering,
  type Context,
  credentialsOf,
  entrypointsOf,
  failed,
  idOf,
  listed,
  looking,
  progressOf,
  type Session,
  seenIn,
} from '@cutover/registry-face';
import { declaredIn, modelOf, type Properties, propertiesOf } from './codec';
import { ResourceModel } from './models';
import { readResource } from './read';
import { type Workshop, workshopOf } from './workshop';

type Request = ResourceHandlerRequest<ResourceModel>;
type Progress = ProgressEvent<ResourceModel>;

/** The faces of the five actions. What they mean is in the redirect-site package. */
class RedirectSiteResource extends BaseResource<ResourceModel> {
  @handlerEvent(Action.Create)
  async create(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const siteId = properties.SiteId ?? idOf('rs', request);
    const open = openCreate(wishOf(siteId, properties));
    return onTurn(session, siteId, properties, (workshop) => workshop.turn(siteId, open, seenIn(context)));
  }

  @handlerEvent(Action.Update)
  async update(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const siteId = properties.SiteId ?? '';
    const seen = seenIn(context);
    const open = openUpdate(wishOf(siteId, properties), seen);
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
      const found = await looking(() => {
        const now = Date.now();
        return readResource(workshopOf(credentialsOf(session), now), siteId, now);
      }, sleep);
      return found
        ? ProgressEvent.success<Progress>(modelOf(found))
        : failed('NotFound', `There is no redirect site ${siteId}.`);
    });
  }

  @handlerEvent(Action.List)
  async list(session: Session): Promise<Progress> {
    return answering(async () => {
      const ids = await looking(() => workshopOf(credentialsOf(session), Date.now()).journals.list(), sleep);
      return listed(ids.sort().map((id) => modelOf({ SiteId: id })));
    });
  }
}

const wishOf = (siteId: string, properties: Properties): Wish => ({
  siteId,
  declared: declaredIn(properties),
  now: Date.now(),
});

const onTurn = (
  session: Session,
  siteId: string,
  properties: Properties,
  turn: (workshop: Workshop) => Promise<TurnResult<SiteJournal>>,
  isDelete = false,
): Promise<Progress> =>
  answering(async () => {
    const workshop = workshopOf(credentialsOf(session), Date.now());
    return progressOf(await turn(workshop), {
      desired: modelOf({ ...properties, SiteId: siteId }),
      shownOf: (journal) => (isDelete ? undefined : modelOf(shownOf(journal))),
    });
  });

export const { entrypoint, testEntrypoint } = entrypointsOf(
  () => new RedirectSiteResource(ResourceModel.TYPE_NAME, ResourceModel),
);
