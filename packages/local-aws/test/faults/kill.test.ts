import { ask, outcome, sourceAccount } from '../world/cloud';
import { read, struckBy, write } from './struck';

describe('the handler is killed', () => {
  test.each([
    ['before', 'killed', '', 'killed'],
    ['during', 'killed', 'changed', 'ok'],
    ['after', 'ok', 'changed', 'ok'],
  ])('%s its call: it hears %s, the comment is "%s"', (moment, heard, comment, logged) => {
    const { world, source } = struckBy(`handler.kill.${moment}@2`);
    read(world);
    const answered = write(world, source);
    expect(outcome(answered)).toBe(heard);
    expect(source.config.Comment).toBe(comment);
    expect(world.calls[1]).toMatchObject({ outcome: logged, fault: `handler.kill.${moment}` });
    expect('thenKilled' in answered).toBe(moment === 'after');
  });

  test('after a refusal too', () => {
    const { world } = struckBy('handler.kill.after');
    expect(ask(world, 'GetDistribution', { Id: 'ENONE' })).toMatchObject({
      kind: 'failure',
      thenKilled: true,
    });
  });

  test('at its own calls only: those of others are neither counted nor hit', () => {
    const { world } = struckBy('handler.kill.before');
    ask(world, 'GetDistribution', { Id: 'ESOURCE' }, sourceAccount, 'cloudformation');
    expect(world.faults[0]?.seen).toBe(0);
    expect(outcome(read(world))).toBe('killed');
  });
});
