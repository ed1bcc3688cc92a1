import { meterOf } from '../../src/lambda/meter';

describe('a meter', () => {
  test('charges the turn that runs, and nothing between turns', () => {
    const meter = meterOf();
    meter.charge(500);
    expect(meter.into()).toBe(0);
    meter.begin(() => {});
    meter.charge(200);
    expect(meter.into()).toBe(200);
    meter.end();
    expect(meter.into()).toBe(0);
  });

  test('kills a turn that its calls have cost 60 seconds', () => {
    const meter = meterOf();
    const onKill = jest.fn();
    meter.begin(onKill);
    meter.charge(59_999);
    expect(onKill).not.toHaveBeenCalled();
    meter.charge(1);
    expect(onKill).toHaveBeenCalledTimes(1);
  });

  test('lets a kill between turns pass', () => {
    expect(() => meterOf().kill()).not.toThrow();
  });

  test('refuses a turn inside a turn', () => {
    const meter = meterOf();
    meter.begin(() => {});
    expect(() => meter.begin(() => {})).toThrow('must not overlap');
  });
});
