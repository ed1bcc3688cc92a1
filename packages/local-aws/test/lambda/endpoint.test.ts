import { answerInvocation, isInvocation, oneAtATime } from '../../src/lambda/endpoint';
import type { TurnResult } from '../../src/lambda/turn';
import type { HttpRequest, Reply } from '../../src/wire/http';

const request = (name: string, body = '{"action":"READ"}', more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  path: `/2015-03-31/functions/${name}/invocations`,
  query: new URLSearchParams(),
  headers: {},
  body,
  ...more,
});

const answered: TurnResult = { kind: 'answered', event: { status: 'SUCCESS' }, tookMs: 5, log: '' };

async function invoked(asked: HttpRequest, result: TurnResult = answered) {
  const calls: unknown[] = [];
  const reply = await answerInvocation(
    ['TypeFunction', 'TestEntrypoint'],
    async (name, payload) => {
      calls.push([name, payload]);
      return result;
    },
    asked,
  );
  const { response } = reply as Extract<Reply, { kind: 'response' }>;
  return { ...response, body: JSON.parse(String(response.body)), calls };
}

test.each(['TypeFunction', 'TestEntrypoint'])('%s is called with the payload and answers', async (name) => {
  const { status, headers, body, calls } = await invoked(request(name));
  expect({ status, body, calls }).toEqual({
    status: 200,
    body: { status: 'SUCCESS' },
    calls: [[name, { action: 'READ' }]],
  });
  expect(headers).not.toHaveProperty('X-Amz-Function-Error');
});

test.each<[string, TurnResult, object]>([
  [
    'a function that crashed',
    { kind: 'crashed', stderr: 'TypeError: no', tookMs: 1, log: '' },
    { errorType: 'Runtime.ExitError', errorMessage: 'TypeError: no' },
  ],
  [
    'a function that took too long',
    { kind: 'killed', tookMs: 60_000, log: '' },
    { errorMessage: 'Task timed out after 60.00 seconds' },
  ],
])('%s is 200 too, and a header says so', async (_, result, body) => {
  expect(await invoked(request('TypeFunction'), result)).toMatchObject({
    status: 200,
    headers: { 'X-Amz-Function-Error': 'Unhandled' },
    body,
  });
});

test.each<[string, HttpRequest, number, string]>([
  ['a function that is not there', request('Other'), 404, 'ResourceNotFoundException'],
  ['a body that is no JSON', request('TypeFunction', '{'), 400, 'InvalidRequestContentException'],
  [
    'an invocation that nobody waits for',
    request('TypeFunction', '{}', { headers: { 'x-amz-invocation-type': 'Event' } }),
    400,
    'InvalidParameterValueException',
  ],
  ['another method', request('TypeFunction', '', { method: 'GET' }), 404, 'UnknownOperationException'],
])('%s is refused', async (_, asked, status, code) => {
  const refused = await invoked(asked);
  expect(refused).toMatchObject({ status, headers: { 'x-amzn-ErrorType': code }, calls: [] });
});

test('other paths are no invocations', () => {
  expect(isInvocation(request('x', '', { path: '/2020-05-31/distribution' }))).toBe(false);
});

test('invocations that come at once are carried out one after the other, whatever becomes of the first', async () => {
  const order: string[] = [];
  const invoke = oneAtATime(async (name) => {
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    if (name === 'one') throw new Error('no process');
    return answered;
  });
  const [one, two] = await Promise.allSettled([invoke('one', {}), invoke('two', {})]);
  expect([one?.status, two?.status]).toEqual(['rejected', 'fulfilled']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});
