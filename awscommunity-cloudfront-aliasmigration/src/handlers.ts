import { setTimeout as sleep } from 'node:timers/promises';
import {
  Action,
  BaseResource,
  handlerEvent,
  ProgressEvent,
  type ResourceHandlerRequest,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import {
  type Journal,
  migrationOf,
  missingIn,
  openCreate,
  openDelete,
  openUpdate,
  type Wish,
} from '@cutover/alias-migration';
import { Failure, type TurnResult } from '@cutover/handler-kit';
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
import { declaredIn, modelOf, type Properties, propertiesOf, shownOf } from './codec';
import { ResourceModel } from './models';
import { readMigration } from './read';
import { type Workshop, workshopOf } from './workshop';

type Request = ResourceHandlerRequest<ResourceModel>;
type Progress = ProgressEvent<ResourceModel>;

/** The faces of the five actions. What they mean is in openings.ts and in the alias-migration package. */
class AliasMigrationResource extends BaseResource<ResourceModel> {
  @handlerEvent(Action.Create)
  async create(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const migrationId = properties.MigrationId ?? idOf('am', request);
    return onTurn(session, migrationId, properties, (workshop) =>
      workshop.turn(migrationId, openCreate(wishOf(migrationId, properties, request)), seenIn(context)),
    );
  }

  @handlerEvent(Action.Update)
  async update(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const migrationId = properties.MigrationId ?? '';
    return onTurn(session, migrationId, properties, (workshop) =>
      workshop.turn(
        migrationId,
        openUpdate({ ...wishOf(migrationId, properties, request), seenRevision: seenIn(context) }),
        seenIn(context),
      ),
    );
  }

  @handlerEvent(Action.Delete)
  async delete(session: Session, request: Request, context: Context): Promise<Progress> {
    const properties = propertiesOf(request.desiredResourceState);
    const migrationId = properties.MigrationId ?? '';
    const seen = seenIn(context);
    const open = openDelete(migrationId, seen > 0, Date.now());
    return onTurn(
      session,
      migrationId,
      properties,
      (workshop) => workshop.turn(migrationId, open, seen),
      true,
    );
  }

  @handlerEvent(Action.Read)
  async read(session: Session, request: Request): Promise<Progress> {
    const migrationId = propertiesOf(request.desiredResourceState).MigrationId ?? '';
    return answering(async () => {
      const found = await looking(
        () => readMigration(workshopOf(credentialsOf(session), migrationId, Date.now()), migrationId),
        sleep,
      );
      return found
        ? ProgressEvent.success<Progress>(modelOf(found))
        : failed('NotFound', `There is no migration ${migrationId}.`);
    });
  }

  @handlerEvent(Action.List)
  async list(session: Session): Promise<Progress> {
    return answering(async () => {
      const ids = await looking(
        () => workshopOf(credentialsOf(session), 'list', Date.now()).journals.list(),
        sleep,
      );
      return listed(ids.sort().map((id) => modelOf({ MigrationId: id })));
    });
  }
}

const wishOf = (migrationId: string, properties: Properties, request: Request): Wish => {
  const declared = declaredIn(properties);
  const missing = missingIn(declared);
  if (missing.length > 0)
    throw new Failure(
      'Refused',
      'giveUp',
      'InvalidRequest',
      `Nothing was changed. ${missing.join(', ')}: required, but not in the request. Declare it.`,
    );
  const migration = migrationOf(declared, request.awsAccountId ?? '');
  return { migrationId, migration, declared: { ...declared }, now: Date.now() };
};

const onTurn = (
  session: Session,
  migrationId: string,
  properties: Properties,
  turn: (workshop: Workshop) => Promise<TurnResult<Journal>>,
  isDelete = false,
): Promise<Progress> =>
  answering(async () => {
    const workshop = workshopOf(credentialsOf(session), migrationId, Date.now());
    return progressOf(await turn(workshop), {
      desired: modelOf({ ...properties, MigrationId: migrationId }),
      shownOf: (journal) => (isDelete ? undefined : modelOf(shownOf(journal))),
    });
  });

export const { entrypoint, testEntrypoint } = entrypointsOf(
  () => new AliasMigrationResource(ResourceModel.TYPE_NAME, ResourceModel),
);
