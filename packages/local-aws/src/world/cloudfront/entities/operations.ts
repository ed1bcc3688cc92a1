import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import type { ListQuery } from '../listing';
import type { ConfigOf, ListOf, Noun, OutputOf, PluralOf } from './api';
import type { Entity } from './entity';
import type { EntityKind } from './kind';
import {
  createEntity,
  deleteEntity,
  needOn,
  needToList,
  needToMake,
  requireEntity,
  updateEntity,
  visibleEntities,
} from './versions';

/** What the six operations on one kind of entity have of their own. C is the configuration as it is kept. */
interface EntityNoun<N extends Noun, C> {
  readonly noun: N;
  readonly plural: PluralOf<N>;
  readonly kind: EntityKind<C, ConfigOf<N>>;
  /** What comes before the id in the `Location` of one that was created. */
  readonly path: string;
  readonly output: (entity: Entity<C>) => OutputOf<N> & { readonly [K in `${N}Config`]?: unknown };
  readonly list: (entities: readonly Entity<C>[], query: ListQuery) => ListOf<N>;
}

/** What requests say about the one they mean. */
interface Meant {
  readonly Id: string | undefined;
  readonly IfMatch?: string | undefined;
}

/** Create, Delete, Get, Get…Config, List and Update, named and shaped as the API does it for every such noun. */
export function entityOperations<N extends Noun, C>({
  noun,
  plural,
  kind,
  path,
  output,
  list,
}: EntityNoun<N, C>): readonly Operation[] {
  type Given = { readonly [K in `${N}Config`]: ConfigOf<N> | undefined };
  const config = `${noun}Config` as const;
  const answer = (entity: Entity<C>) => ({ [noun]: output(entity), ETag: entity.etag });
  const toMake = (action: string) => needToMake(kind, action);
  const on = (action: string) => needOn(kind, action);

  return [
    operation(`Create${noun}`, toMake, (world, input: Given, caller) => {
      const entity = createEntity(world, kind, caller, input[config]);
      return { ...answer(entity), Location: locationOf(`${path}/${entity.id}`) };
    }),
    operation(`Delete${noun}`, on, (world, { Id, IfMatch }: Meant, caller) => {
      deleteEntity(world, kind, caller, { Id, IfMatch });
      return {};
    }),
    operation(`Get${noun}`, on, (world, { Id }: Meant, caller) =>
      answer(requireEntity(world, kind, caller, Id)),
    ),
    operation(`Get${config}`, on, (world, { Id }: Meant, caller) => {
      const entity = requireEntity(world, kind, caller, Id);
      return { [config]: output(entity)[config], ETag: entity.etag };
    }),
    operation(`List${plural}`, needToList, (world, query: ListQuery, caller) => ({
      [`${noun}List`]: list(visibleEntities(world, kind, caller), query),
    })),
    operation(`Update${noun}`, on, (world, { Id, IfMatch, [config]: next }: Given & Meant, caller) =>
      answer(updateEntity(world, kind, caller, { Id, IfMatch }, next)),
    ),
  ];
}

const operation = <I, O>(
  name: string,
  needsTo: (action: string) => Operation<I, O>['needs'],
  perform: Operation<I, O>['perform'],
): Operation<I, O> => ({ service: 'cloudfront', name, needs: needsTo(name), perform });
