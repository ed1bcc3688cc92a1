import { advance } from '../../src/world/advance';
import type { World } from '../../src/world/world';
import { code } from '../support/entities';
import { behaving, edgeFunction, functionOn } from '../support/naming';
import { ask, emptyCloud, existing, messageOf, outcome, sourceAccount, told, update } from './cloud';

const someFunction = (text = 'x') => ({
  Name: 'one',
  FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
  FunctionCode: code(text),
});

describe('a function', () => {
  const statusOf = (world: World, Stage?: string) =>
    told<{ FunctionSummary: { Status: string } }>(ask(world, 'DescribeFunction', { Name: 'one', Stage }))
      .FunctionSummary.Status;

  test('is unpublished, unassociated, on its way, deployed, and unpublished again when its code changes', () => {
    const world = emptyCloud();
    const { ETag } = told<{ ETag: string }>(ask(world, 'CreateFunction', someFunction()));
    const seen = [statusOf(world)];
    told(ask(world, 'PublishFunction', { Name: 'one', IfMatch: ETag }));
    seen.push(statusOf(world));
    const distribution = existing(world, { id: 'ESOURCE0000001' });
    const FunctionARN = 'arn:aws:cloudfront::636696000000:function/one';
    const associations = { Quantity: 1, Items: [{ FunctionARN, EventType: 'viewer-request' as const }] };
    const behavior = { ...distribution.config.DefaultCacheBehavior!, FunctionAssociations: associations };
    told(update(world, distribution, { DefaultCacheBehavior: behavior }));
    seen.push(statusOf(world, 'LIVE'));
    advance(world, world.now + 600_000);
    seen.push(statusOf(world, 'LIVE'));
    told(ask(world, 'UpdateFunction', { ...someFunction('y'), IfMatch: ETag }));
    seen.push(statusOf(world), statusOf(world, 'LIVE'));
    expect(seen).toEqual([
      'UNPUBLISHED',
      'UNASSOCIATED',
      'IN_PROGRESS',
      'DEPLOYED',
      'UNPUBLISHED',
      'DEPLOYED',
    ]);
  });

  test('is on its way again when it is published again, until all edges run the new code [inferred]', () => {
    const world = emptyCloud();
    const arn = edgeFunction(true)(world, sourceAccount);
    const distribution = existing(world, { id: 'ESOURCE0000001' });
    told(update(world, distribution, functionOn(arn)));
    advance(world, world.now + 600_000);
    const status = () =>
      told<{ FunctionSummary: { Status: string } }>(
        ask(world, 'DescribeFunction', { Name: 'redirect', Stage: 'LIVE' }),
      ).FunctionSummary.Status;
    const seen = [status()];
    const { ETag } = told<{ ETag: string }>(ask(world, 'DescribeFunction', { Name: 'redirect' }));
    told(ask(world, 'PublishFunction', { Name: 'redirect', IfMatch: ETag }));
    seen.push(status());
    advance(world, world.functions.get(arn)!.liveEverywhereAt! - 1);
    seen.push(status());
    advance(world, world.now + 1);
    expect([...seen, status()]).toEqual(['DEPLOYED', 'IN_PROGRESS', 'IN_PROGRESS', 'DEPLOYED']);
  });

  test('is published under the ETag of DEVELOPMENT, and LIVE has another one', () => {
    const world = emptyCloud();
    const { ETag } = told<{ ETag: string }>(ask(world, 'CreateFunction', someFunction()));
    const publish = (IfMatch?: string) => outcome(ask(world, 'PublishFunction', { Name: 'one', IfMatch }));
    expect([publish(), publish('E0000000000000'), publish(ETag)]).toEqual([
      'InvalidIfMatchVersion 400',
      'PreconditionFailed 412',
      'ok',
    ]);
    const live = told<{ ETag: string }>(ask(world, 'GetFunction', { Name: 'one', Stage: 'LIVE' })).ETag;
    expect(live).not.toBe(ETag);
    expect(publish(live)).toBe('PreconditionFailed 412');
  });

  test('is logged by the size and digest of its code', () => {
    const world = emptyCloud();
    ask(world, 'CreateFunction', someFunction());
    expect(world.calls.at(-1)?.input).toMatchObject({
      FunctionCode: expect.stringMatching(/^1 bytes, sha256 [0-9a-f]{64}$/),
    });
  });
});

describe('a function on a behaviour', () => {
  const world = emptyCloud();
  const arn = edgeFunction(false)(world, sourceAccount);
  const distribution = existing(world, { id: 'ESOURCE0000001' });

  test('has been published', () => {
    const refused = update(world, distribution, functionOn(arn));
    expect(outcome(refused)).toBe('InvalidFunctionAssociation 400');
    expect(messageOf(refused)).toContain('has not been published');
    const { ETag } = told<{ ETag: string }>(ask(world, 'DescribeFunction', { Name: 'redirect' }));
    ask(world, 'PublishFunction', { Name: 'redirect', IfMatch: ETag });
    expect(outcome(update(world, distribution, functionOn(arn)))).toBe('ok');
  });

  test('is there for the events of the viewer only, once for each', () => {
    const two = { FunctionARN: arn, EventType: 'viewer-request' as const };
    const associated = (...Items: object[]) =>
      outcome(
        update(
          world,
          distribution,
          behaving({ FunctionAssociations: { Quantity: Items.length, Items } as never }),
        ),
      );
    expect(associated(two, two)).toBe('InvalidFunctionAssociation 400');
    expect(associated({ ...two, EventType: 'origin-request' })).toBe('InvalidFunctionAssociation 400');
    expect(associated(two, { ...two, EventType: 'viewer-response' })).toBe('ok');
  });
});
