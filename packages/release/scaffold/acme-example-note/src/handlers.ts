import {
  Action,
  BaseResource,
  handlerEvent,
  ProgressEvent,
  type ResourceHandlerRequest,
} from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { type Context, entrypointsOf, failed, idOf, listed, type Session } from '@cutover/handler-kit';
import { ResourceModel } from './models';
import { isKnown, type Notes, notesOf } from './notes';

type Request = ResourceHandlerRequest<ResourceModel>;
type Progress = ProgressEvent<ResourceModel>;

/** The five actions. Each may be called again with the same request, and has to come to the same then. */
class NoteResource extends BaseResource<ResourceModel> {
  @handlerEvent(Action.Create)
  async create(session: Session, request: Request, _context: Context): Promise<Progress> {
    return withNotes(session, request, async (notes) => {
      const noteId = idOf('note', request);
      const text = request.desiredResourceState?.text ?? '';
      await notes.write(noteId, text);
      return ProgressEvent.success<Progress>(new ResourceModel({ noteId, text }));
    });
  }

  @handlerEvent(Action.Read)
  async read(session: Session, request: Request): Promise<Progress> {
    return withNotes(session, request, async (notes) => {
      const noteId = noteIdIn(request);
      return ProgressEvent.success<Progress>(new ResourceModel({ noteId, text: await notes.read(noteId) }));
    });
  }

  @handlerEvent(Action.Update)
  async update(session: Session, request: Request): Promise<Progress> {
    return withNotes(session, request, async (notes) => {
      const noteId = noteIdIn(request);
      const text = request.desiredResourceState?.text ?? '';
      // What is not there is not updated: writing alone would make it.
      await notes.read(noteId);
      await notes.write(noteId, text);
      return ProgressEvent.success<Progress>(new ResourceModel({ noteId, text }));
    });
  }

  @handlerEvent(Action.Delete)
  async delete(session: Session, request: Request): Promise<Progress> {
    return withNotes(session, request, async (notes) => {
      await notes.remove(noteIdIn(request));
      return ProgressEvent.success<Progress>();
    });
  }

  @handlerEvent(Action.List)
  async list(session: Session, request: Request): Promise<Progress> {
    return withNotes(session, request, async (notes) =>
      listed((await notes.ids()).map((noteId) => new ResourceModel({ noteId }))),
    );
  }
}

const noteIdIn = (request: Request): string => request.desiredResourceState?.noteId ?? '';

/** Failures by their codes: CloudFormation decides by them whether it tries again. */
async function withNotes(
  session: Session,
  request: Request,
  work: (notes: Notes) => Promise<Progress>,
): Promise<Progress> {
  try {
    return await work(notesOf(session, request.region ?? ''));
  } catch (error) {
    if (!isKnown(error)) throw error;
    return failed(error.code, error.message);
  }
}

export const { entrypoint, testEntrypoint } = entrypointsOf(
  () => new NoteResource(ResourceModel.TYPE_NAME, ResourceModel),
);
