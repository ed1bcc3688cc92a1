import { AwsFailure } from '../../world/failure';
import type { Made } from '../stack';
import type { Members } from '../value';
import type { ResourceContext, ResourceProvider } from './provider';
import type { Shape } from './shape';

/** An entity as the API answers it. */
type Entity = Readonly<Record<string, unknown>> & { readonly Id?: string };
type Answer = Readonly<Record<string, Entity | undefined>> & { readonly ETag?: never };

/** A versioned entity of CloudFront, whose five operations are all alike: made, read, replaced and deleted by id. */
export interface EntityType {
  readonly type: string;
  /** The word in the operations' names, and the member of their answers. */
  readonly noun: string;
  readonly shape: Shape;
  /** What GetAtt gives, each from the answer. */
  readonly attributes: Readonly<Record<string, (entity: Entity) => string>>;
  readonly createOnly?: readonly string[];
  /** What the API wants and a template does not say. `before` is undefined on create. */
  readonly complete?: (api: object, context: ResourceContext, before?: Entity) => object;
  /** The failure that says that it is not there. */
  readonly noSuch?: string;
}

const textOf = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

const attribute =
  (name: string) =>
  (entity: Entity): string =>
    textOf(entity[name]);

export const attributesNamed = (...names: string[]): EntityType['attributes'] =>
  Object.fromEntries(names.map((name) => [name, attribute(name)]));

export const idAndChange = attributesNamed('Id', 'LastModifiedTime');

/** The provider of one such type. Ref is the id. */
export function entityProvider(entity: EntityType): ResourceProvider {
  const { type, noun, shape, attributes, createOnly = [], noSuch = `NoSuch${noun}` } = entity;
  const complete = entity.complete ?? ((api: object) => api);
  const call = (context: ResourceContext, verb: string, input: object): Promise<Answer> =>
    context.call('cloudfront', `${verb}${noun}`, input);
  const madeOf = (answer: Answer): Made => {
    const found = answer[noun] ?? {};
    const given = Object.entries(attributes).map(([name, read]): [string, string] => [name, read(found)]);
    return { physicalId: found.Id ?? '', attributes: Object.fromEntries(given) };
  };
  return {
    type,
    attributes: Object.keys(attributes),
    createOnly,
    problems: (properties, at) => shape.problems(properties, at),

    create: async (context, properties) =>
      madeOf(await call(context, 'Create', complete(shape.toApi(properties) as object, context))),

    update: async (context, { physicalId: Id }, properties: Members) => {
      const before = await call(context, 'Get', { Id });
      const api = complete(shape.toApi(properties) as object, context, before[noun]);
      return madeOf(await call(context, 'Update', { Id, IfMatch: before.ETag, ...api }));
    },

    delete: async (context, { physicalId: Id }) => {
      try {
        const { ETag } = await call(context, 'Get', { Id });
        await call(context, 'Delete', { Id, IfMatch: ETag });
      } catch (error) {
        if (!(error instanceof AwsFailure && error.code === noSuch)) throw error;
      }
    },
  };
}
