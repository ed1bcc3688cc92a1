import { renderFrame } from '../src/live/frame';
import { mayColour, paint } from '../src/live/paint';
import { after, type LiveState, nothingYet } from '../src/live/state';
import { timelineCells } from '../src/live/timeline-cells';
import type { NameTraffic, Progress } from '../src/rehearsal/progress';

const start: Progress = {
  kind: 'started',
  description: 'the article',
  seed: '7',
  names: ['a.example.com', 'b.example.com'],
};
const step = (atSeconds: number, text: string): Progress => ({ kind: 'step', atSeconds, text });
const stack = (atSeconds: number, status: string, reason?: string): Progress => ({
  kind: 'stack',
  atSeconds,
  stack: 'migration',
  account: '310123456789',
  logicalId: 'Move',
  type: 'AwsCommunity::CloudFront::AliasMigration',
  status,
  ...(reason && { reason }),
});
const name = (requests: number, failed: number, side?: string): NameTraffic => ({
  name: 'a.example.com',
  requests,
  failed,
  side,
});
const traffic = (atSeconds: number, ...names: NameTraffic[]): Progress => ({
  kind: 'traffic',
  atSeconds,
  requests: names.reduce((sum, each) => sum + each.requests, 0),
  failed: names.reduce((sum, each) => sum + each.failed, 0),
  names,
});
const stateAfter = (...all: Progress[]): LiveState => all.reduce(after, nothingYet);
const frameAfter = (...all: Progress[]): string => renderFrame(stateAfter(...all)).join('\n');

describe('the screen of a running rehearsal', () => {
  it('shows the virtual clock and what goes on', () => {
    expect(frameAfter(start, step(365, 'put the names on the target')).split('\n')[0]).toBe(
      '06:05  put the names on the target',
    );
  });

  it('ticks what the handler did, and moves the mark of a resource with its status', () => {
    const running = [start, stack(60, 'CREATE_IN_PROGRESS'), step(65, 'add *.example.com to the target')];
    expect(frameAfter(...running)).toContain('… 01:00  migration/Move CREATE_IN_PROGRESS');
    expect(frameAfter(...running)).toContain('✓ 01:05  add *.example.com to the target');
    const done = frameAfter(...running, stack(900, 'CREATE_COMPLETE'));
    expect(done).toContain('✓ 01:00  migration/Move CREATE_COMPLETE');
    expect(done).not.toContain('CREATE_IN_PROGRESS');
  });

  it.each(['CREATE_FAILED', 'ROLLBACK_COMPLETE'])(
    'crosses a resource that ended %s, with the reason',
    (status) => {
      expect(frameAfter(start, stack(60, status, 'target is sick'))).toContain(
        `✗ 01:00  migration/Move ${status}: target is sick`,
      );
    },
  );

  it('shows the traffic of each name: requests, failed, who answers, and the sides so far', () => {
    const frame = frameAfter(
      start,
      traffic(1, name(1000, 0, 'source')),
      traffic(2, name(1100, 3, 'source')),
      traffic(3, name(1234, 3, 'target')),
    );
    expect(frame).toContain('Traffic: 1,234 requests, 3 failed');
    expect(frame).toContain('  a.example.com  1,234  3 failed  target  ░✗█');
    expect(frame).toContain('  ░ source   █ target   ✗ failed');
  });

  it('says nobody for a name that nobody has answered', () => {
    expect(frameAfter(start)).toMatch(/b\.example\.com +0 +0 failed +nobody/);
  });

  it('keeps the last steps and counts the earlier ones', () => {
    const steps = Array.from({ length: 20 }, (_, i) => step(i, `step ${i}.`));
    const frame = frameAfter(start, ...steps);
    expect(frame).toContain('(8 earlier steps)');
    expect(frame).not.toContain('step 7.');
    expect(frame).toContain('step 8.');
  });

  it('is never wider than the terminal', () => {
    const long = stateAfter(start, step(1, 'x'.repeat(300)), traffic(2, name(1, 0, 'source')));
    expect(Math.max(...renderFrame(long, 40).map(({ length }) => length))).toBeLessThanOrEqual(40);
  });
});

describe('the timeline of a name', () => {
  const good = { side: 'source', failed: false };

  it('fits a long run into the width', () => {
    expect(timelineCells(Array(1000).fill(good), ['source'], 30).length).toBeLessThanOrEqual(30);
  });

  it('never hides a failure, however many moments share its cell', () => {
    const moments = Array.from({ length: 1000 }, (_, i) => ({ ...good, failed: i === 500 }));
    expect(timelineCells(moments, ['source'], 30).match(/✗/g)).toHaveLength(1);
  });
});

describe('colour', () => {
  test.each([
    ['on a terminal', {}, true, true],
    ['not in a pipe', {}, false, false],
    ['not with NO_COLOR', { NO_COLOR: '1' }, true, false],
    ['still with an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['not on a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('is used %s', (_, env, interactive, expected) => {
    expect(mayColour(env, interactive)).toBe(expected);
  });

  it('marks failures red and leaves "0 failed" plain', () => {
    expect(paint('12 failed')).toBe('\u001b[31m12 failed\u001b[39m');
    expect(paint('0 failed, 100 requests')).toBe('0 failed, 100 requests');
  });
});
