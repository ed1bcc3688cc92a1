import type { CreateKeyValueStoreResult } from '@aws-sdk/client-cloudfront';
import { advance } from '../../src/world/advance';
import { answer } from '../../src/world/gate';
import type { Answer, Caller } from '../../src/world/operation';
import type { ServiceName, World } from '../../src/world/world';
import { administrator, ask, emptyCloud, sourceAccount, told } from '../world/cloud';

/** One call of another service than CloudFront through the gate. */
export const call = (
  world: World,
  service: ServiceName,
  operation: string,
  input: unknown,
  caller: Caller | string = sourceAccount,
): Answer =>
  answer(world, {
    service,
    operation,
    input,
    caller: typeof caller === 'string' ? administrator(caller) : caller,
    actor: 'handler',
    into: 0,
  });

/** A store that is READY, and the calls of its own API. */
export interface Store {
  readonly world: World;
  readonly arn: string;
  readonly id: string;
  ask(operation: string, input?: object, caller?: Caller | string): Answer;
  /** The ETag of the items. */
  etag(): string;
  /** UpdateKeys under the present ETag. */
  update(puts: Readonly<Record<string, string>>, deletes?: readonly string[]): Answer;
}

export function makeStore(world = emptyCloud(), more: object = {}): Store {
  const made = told<CreateKeyValueStoreResult>(ask(world, 'CreateKeyValueStore', { Name: 'rules', ...more }));
  const { ARN: arn = '', Id: id = '' } = made.KeyValueStore ?? {};
  advance(world, world.now + 60_000);
  const asking: Store['ask'] = (operation, input = {}, caller) =>
    call(world, 'cloudfront-keyvaluestore', operation, { KvsARN: arn, ...input }, caller);
  const etag = () => told<{ ETag: string }>(asking('DescribeKeyValueStore')).ETag;
  return {
    world,
    arn,
    id,
    ask: asking,
    etag,
    update: (puts, deletes = []) =>
      asking('UpdateKeys', {
        IfMatch: etag(),
        Puts: Object.entries(puts).map(([Key, Value]) => ({ Key, Value })),
        Deletes: deletes.map((Key) => ({ Key })),
      }),
  };
}
