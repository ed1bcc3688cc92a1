import type { RunRecord } from '../src';
import { answersOf } from '../src/answers';
import { outagesOf } from '../src/outages';
import { anOutage, aRun, asked, figuresOf } from './runs';

const read = (run: RunRecord) => answersOf(run, outagesOf(run.requests));

describe('the answers of the first screen', () => {
  it('say that there was no outage, and what would have been seen', () => {
    expect(read(aRun())).toMatchObject({
      outage: 'no',
      headline: 'No outage',
      inShort: 'All 240 requests got the right answer, from the first to the last.',
      when: 'At no time in 02:00',
      howLong: '0 s',
      howExact: 'A gap of 100 ms would have been seen near a change, one of 2 s at any time.',
      names: [{ name: 'a.example.com', side: 'target', since: 'since 01:10.0 (first edge 01:05.0)' }],
    });
  });

  it('say when an outage was and how long', () => {
    expect(read(anOutage())).toMatchObject({
      outage: 'yes',
      headline: 'Outage: 12 s',
      inShort: '240 of 456 requests failed, from 01:05.0 to 01:17.0.',
      when: '01:05.0 to 01:17.0',
      howLong: '12 s',
      howExact: '',
    });
  });

  it('do not say that an outage has ended when it has not', () => {
    const requests = [
      ...asked({ from: 0, to: 5, side: 'source' }),
      ...asked({ from: 5, to: 9, error: '403' }),
    ];
    const { headline, when } = read(anOutage({ requests, figures: figuresOf(requests) }));
    expect(headline).toBe('Outage: 3 s, and not over at the end');
    expect(when).toBe('00:05.0 to the end');
  });

  it('do not call a failed rehearsal a success because no request failed', () => {
    const verdict = { passed: false, reasons: ['stack move ended ROLLBACK_COMPLETE'] };
    expect(read(aRun({ verdict })).headline).toBe('No outage, but the rehearsal failed');
    expect(read(aRun({ verdict, clock: 'wall' })).headline).toBe('No outage, but the move failed');
  });

  it('do not claim what nobody measured', () => {
    const run = aRun({ requests: [], figures: figuresOf([]) });
    expect(read(run)).toMatchObject({ outage: 'unknown', headline: 'Nothing was measured' });
  });

  it('tell a name that came back from one that never left', () => {
    const back = [
      { t: 10, name: 'a.example.com', address: '203.0.113.10', from: 'source', to: 'target' },
      { t: 20, name: 'a.example.com', address: '203.0.113.10', from: 'target', to: 'source' },
    ];
    const finalSide = { 'a.example.com': 'source', 'b.example.com': 'source' };
    expect(read(aRun({ switches: back, finalSide })).names.map(({ since }) => since)).toEqual([
      'again since 00:20.0',
      'all the time',
    ]);
  });
});
