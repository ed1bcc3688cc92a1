import { answer } from '../../src/world/gate';
import { likelyKnobs } from '../../src/world/knobs';
import {
  administrator,
  aliases,
  ask,
  emptyCloud,
  existing,
  messageOf,
  outcome,
  sourceAccount,
  update,
} from './cloud';

test('an operation that nobody wrote answers 400 and says so', () => {
  const answered = ask(emptyCloud(), 'CreateAnycastIpList', {});
  expect(outcome(answered)).toBe('NotImplemented 400');
  expect(messageOf(answered)).toMatch(/cloudfront\.CreateAnycastIpList: nobody wrote that operation/);
});

test('every call is one line of the log: when, who, what, and what became of it', () => {
  const world = emptyCloud();
  const source = existing(world, { id: 'ESOURCE', aliases: ['a.example.com'] });
  world.now += 5000;
  update(world, source, { Aliases: aliases() });
  ask(world, 'GetDistribution', { Id: 'ENONE' }, sourceAccount, 'cli');
  expect(world.calls).toEqual([
    {
      at: 5000,
      into: 0,
      actor: 'handler',
      service: 'cloudfront',
      operation: 'UpdateDistribution',
      input: expect.objectContaining({ Id: 'ESOURCE' }),
      outcome: 'ok',
      etag: source.etag,
    },
    {
      at: 5000,
      into: 0,
      actor: 'cli',
      service: 'cloudfront',
      operation: 'GetDistribution',
      input: { Id: 'ENONE' },
      outcome: 'NoSuchDistribution',
    },
  ]);
});

test('every call costs its caller a latency within the knob, the same for the same seed', () => {
  const latencies = () => {
    const world = emptyCloud();
    return Array.from({ length: 20 }, () => ask(world, 'ListDistributions', {})).map((answered) =>
      answered.kind === 'output' ? answered.latencyMs : 0,
    );
  };
  const [least, most] = likelyKnobs.callLatencyMs;
  expect(latencies().every((ms) => ms >= least && ms <= most)).toBe(true);
  expect(new Set(latencies()).size).toBeGreaterThan(10);
  expect(latencies()).toEqual(latencies());
});

test('a defect of an operation is not dressed up as an answer of AWS', () => {
  const broken = () =>
    answer(emptyCloud(), {
      service: 'cloudfront',
      operation: 'GetDistribution',
      input: undefined,
      caller: administrator(sourceAccount),
      actor: 'handler',
      into: 0,
    });
  expect(broken).toThrow(TypeError);
});
