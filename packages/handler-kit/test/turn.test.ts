import { type Domain, Failure, journalStoreOf, type TurnOrder, takeTurn } from '../src';
import { parametersInMemory } from './parameters-in-memory';

/** A domain of one switch, to see what a turn does around it. */
interface Light {
  readonly revision: number;
  readonly phase: 'OFF' | 'SWITCHING' | 'ON';
  readonly trouble?: string;
  readonly earlier?: Light;
}
const OFF: Light = { revision: 0, phase: 'OFF' };

function theLight(lamp: { on: boolean; fails?: Failure; blind?: Failure; deadline?: number }) {
  const domain: Domain<{ on: boolean }, Light, 'switch'> = {
    observe: async () => {
      if (lamp.blind) throw lamp.blind;
      return { on: lamp.on };
    },
    plan: ({ on }, journal) => {
      if (on)
        return {
          journal: { ...journal, phase: 'ON' },
          step: { kind: 'done', message: 'lit', forget: false },
        };
      const step = { kind: 'do', action: 'switch', message: 'switching', delaySeconds: 3 } as const;
      return { journal: { ...journal, phase: 'SWITCHING' }, step };
    },
    perform: async (_action, journal) => {
      if (lamp.fails) throw lamp.fails;
      lamp.on = true;
      return journal;
    },
    absorb: (journal, failure) => ({ ...journal, trouble: failure.failure }),
    isUntouched: (journal) => journal.phase === 'OFF',
    earlier: (journal) => journal.earlier,
    deadlineAt: () => lamp.deadline ?? 1e9,
  };
  const store = journalStoreOf<Light>(parametersInMemory(), '/light');
  const order: TurnOrder<{ on: boolean }, Light, 'switch'> = {
    domain,
    store,
    id: 'l',
    now: 0,
    seenRevision: 0,
    open: (stored) => ({ kind: 'go', journal: stored ?? OFF }),
  };
  return { store, order };
}

const failure = (disposition: Failure['disposition']) =>
  new Failure('Refused', disposition, 'InvalidRequest', 'no');

test('a turn writes the journal before it acts, and acts once', async () => {
  const { store, order } = theLight({ on: false });
  expect(await takeTurn(order)).toMatchObject({
    kind: 'inProgress',
    message: expect.stringMatching(/^switching/),
    delaySeconds: 3,
  });
  expect(await store.read('l')).toMatchObject({ phase: 'SWITCHING', revision: 1 });
  expect(await takeTurn(order)).toMatchObject({ kind: 'succeeded', message: 'lit', forgotten: false });
});

test('a failed action is kept in the journal for the next plan, and the turn goes on', async () => {
  const { store, order } = theLight({ on: false, fails: failure('giveUp') });
  expect(await takeTurn(order)).toMatchObject({ kind: 'inProgress' });
  expect(await store.read('l')).toMatchObject({ trouble: 'Refused', revision: 2 });
});

test('an action that dies leaves a journal from which the next turn finds the effect by looking', async () => {
  const lamp: { on: boolean; fails?: Failure } = { on: false };
  const { store, order } = theLight(lamp);
  const killed = {
    ...order,
    domain: {
      ...order.domain,
      perform: async () => {
        lamp.on = true;
        throw new Error('killed');
      },
    },
  };
  await expect(takeTurn(killed)).rejects.toThrow('killed');
  expect(await store.read('l')).toMatchObject({ phase: 'SWITCHING' });
  expect(await takeTurn(order)).toMatchObject({ kind: 'succeeded' });
});

test.each([
  ['a look that may succeed later', failure('later'), 'inProgress'],
  ['a hopeless look before anything was changed', failure('giveUp'), 'failed'],
])('%s ends the turn as %s', async (_words, blind, kind) => {
  const { order, store } = theLight({ on: false, blind });
  expect(await takeTurn(order)).toMatchObject({ kind });
  expect(await store.read('l')).toBeUndefined();
});

test('a hopeless look after a change waits for somebody to mend it, until the deadline', async () => {
  const lamp = { on: false, blind: failure('giveUp'), deadline: 1e9 };
  const { store, order } = theLight(lamp);
  await store.save('l', { revision: 1, phase: 'SWITCHING' });
  expect(await takeTurn(order)).toMatchObject({
    kind: 'inProgress',
    message: expect.stringMatching(/^Looking again: no \(at most /),
  });
  expect(await takeTurn({ ...order, now: 2e9 })).toMatchObject({ kind: 'failed', code: 'InvalidRequest' });
});

test('a journal older than the one that an earlier turn answered with is not believed', async () => {
  const lamp = { on: false };
  const { store, order } = theLight(lamp);
  await store.save('l', { revision: 2, phase: 'SWITCHING' });
  const waiting = { kind: 'inProgress', revision: 3, delaySeconds: 2 };
  expect(await takeTurn({ ...order, seenRevision: 3 })).toMatchObject(waiting);
  expect(lamp.on).toBe(false);
  await store.remove('l');
  expect(await takeTurn({ ...order, seenRevision: 3 })).toMatchObject(waiting);
  expect(lamp.on).toBe(false);
});

test('a journal that cannot be read is waited for, once a turn has seen it: the run is half way', async () => {
  const { store, order } = theLight({ on: false });
  const unread = { ...store, read: async () => Promise.reject(failure('giveUp')) };
  expect(await takeTurn({ ...order, store: unread, seenRevision: 3 })).toMatchObject({
    kind: 'inProgress',
    revision: 3,
  });
  expect(await takeTurn({ ...order, store: unread })).toMatchObject({ kind: 'failed', message: 'no' });
});

test('people hear why an action did not succeed', async () => {
  const { order } = theLight({ on: false, fails: failure('later') });
  expect(await takeTurn(order)).toMatchObject({
    message: expect.stringMatching(/^switching Not yet: no \(at most /),
  });
});

test('an opening may refuse, or forget the journal', async () => {
  const { store, order } = theLight({ on: false });
  const refuse = () => ({ kind: 'refuse', code: 'NotFound', message: 'none' }) as const;
  expect(await takeTurn({ ...order, open: refuse })).toMatchObject({ kind: 'failed', code: 'NotFound' });
  await store.save('l', OFF);
  const forget = () => ({ kind: 'forget', message: 'gone' }) as const;
  expect(await takeTurn({ ...order, open: forget })).toMatchObject({ kind: 'succeeded', forgotten: true });
  expect(await store.read('l')).toBeUndefined();
});

test.each<[string, Light, Light | undefined]>([
  ['leaves nothing', { revision: 1, phase: 'OFF' }, undefined],
  [
    'goes back to what it began from',
    { revision: 2, phase: 'OFF', earlier: { revision: 1, phase: 'ON' } },
    { revision: 3, phase: 'ON' },
  ],
])('a run that is refused %s', async (_words, stored, left) => {
  const { store, order } = theLight({ on: false });
  await store.save('l', stored);
  const refusing: typeof order.domain = {
    ...order.domain,
    plan: (_observed, journal) => ({
      journal,
      step: { kind: 'refuse', code: 'InvalidRequest', message: 'no' },
    }),
  };
  expect(await takeTurn({ ...order, domain: refusing })).toMatchObject({ kind: 'failed' });
  expect(await store.read('l')).toEqual(left);
});

test('a bug is not a failure: it is thrown on', async () => {
  const { order } = theLight({ on: false });
  const broken = {
    ...order.domain,
    plan: () => {
      throw new TypeError('bug');
    },
  };
  await expect(takeTurn({ ...order, domain: broken })).rejects.toThrow(TypeError);
});

describe('people are told how long it may go on', () => {
  const at = (minutes: number) => minutes * 60_000;
  test.each([
    ['until the deadline of the run', { deadline: at(90) }, 'at most 90 min more, until 1970-01-01T01:30Z'],
    [
      'until what is under way is given up, if that is earlier',
      { deadline: at(2000), due: at(151) },
      'at most 2 h 31 min more, until 1970-01-01T02:31Z',
    ],
    ['never less than nothing', { deadline: -1 }, 'at most 0 min more, until 1969-12-31T23:59Z'],
  ])('%s', async (_words, { deadline, due }: { deadline: number; due?: number }, says) => {
    const { order } = theLight({ on: false, deadline });
    const domain = { ...order.domain, dueAt: () => due ?? Number.POSITIVE_INFINITY };
    expect(await takeTurn({ ...order, domain })).toMatchObject({ message: `switching (${says})` });
  });
});
