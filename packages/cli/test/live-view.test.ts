import type { Io } from '../src/io';
import { liveView } from '../src/live/live';
import type { Progress } from '../src/rehearsal/progress';
import { recordingIo } from './io';

const started: Progress = {
  kind: 'started',
  description: 'the article',
  seed: '7',
  names: ['a.example.com'],
};
const step = (atSeconds: number): Progress => ({ kind: 'step', atSeconds, text: `step at ${atSeconds}` });
const phase = (atSeconds: number, text: string): Progress => ({ kind: 'phase', atSeconds, text });
const traffic = (atSeconds: number, side: string, failed: number): Progress => ({
  kind: 'traffic',
  atSeconds,
  requests: 10,
  failed,
  names: [{ name: 'a.example.com', requests: 10, failed, side }],
});

/** A process whose error output is kept, and a wall clock that the test moves. */
function machine(parts: Partial<Io> = {}) {
  const written: string[] = [];
  const out: string[] = [];
  const wall = { ms: 0 };
  const io: Io = {
    ...recordingIo(),
    out: (text) => void out.push(text),
    err: (text) => void written.push(text),
    interactive: true,
    ...parts,
  };
  return { io, written, out, wall, now: () => wall.ms };
}

describe('on a terminal', () => {
  it('redraws at most ten times a second, and shows the last state in the end', () => {
    const { io, written, wall, now } = machine();
    const live = liveView(io, { now });
    live.watch(started);
    for (let i = 1; i <= 100; i += 1) {
      wall.ms += 10;
      live.watch(step(i));
    }
    expect(written.length).toBeLessThanOrEqual(11);
    live.watch(step(999));
    live.end();
    expect(written.at(-1)).toContain('step at 999');
  });

  it('draws over its own lines and no others', () => {
    const { io, written, wall, now } = machine();
    const live = liveView(io, { now });
    live.watch(started);
    const height = (written[0] ?? '').split('\n').length - 1;
    wall.ms = 1000;
    live.watch(step(1));
    expect(written[0]?.startsWith('\u001b[2K')).toBe(true);
    expect(written[1]?.startsWith(`\u001b[${height}A\u001b[2K`)).toBe(true);
  });

  it('says on top what the handler does or waits for', () => {
    const { io, written, now } = machine({ env: { NO_COLOR: '1' } });
    const live = liveView(io, { now });
    live.watch(phase(90, 'Waiting for Route 53 to publish the records.'));
    live.end();
    expect(written.at(-1)).toContain('01:30  Waiting for Route 53 to publish the records.');
  });

  it('uses no colour with NO_COLOR', () => {
    const { io, written, now } = machine({ env: { NO_COLOR: '1' } });
    const live = liveView(io, { now });
    live.watch(step(1));
    live.end();
    expect(written.join('')).toContain('✓ 00:01  step at 1');
    expect(written.join('')).not.toContain('\u001b[32m');
  });
});

describe('away from a terminal', () => {
  it('prints one line per event, and of the traffic only what changes', () => {
    const { io, written, now } = machine({ interactive: false });
    const live = liveView(io, { now });
    const events = [
      started,
      step(65),
      traffic(66, 'source', 0),
      traffic(67, 'source', 0),
      traffic(68, 'target', 2),
    ];
    for (const each of events) live.watch(each);
    live.end();
    expect(written).toEqual([
      'the article\n',
      'Traffic on a.example.com; seed 7\n',
      '01:05  step at 65\n',
      '01:06  a.example.com: answered by source\n',
      '01:08  a.example.com: 2 requests failed\n',
      '01:08  a.example.com: answered by target\n',
    ]);
  });

  it('tells what the handler waits for once, though its seconds run down', () => {
    const { io, written, now } = machine({ interactive: false });
    const live = liveView(io, { now });
    for (const left of [30, 20, 10])
      live.watch(phase(90 - left, `Waiting for the bake to end (${left} s left).`));
    live.watch(phase(90, 'Releasing the locks.'));
    live.end();
    expect(written).toEqual([
      '01:00  Waiting for the bake to end (30 s left).\n',
      '01:30  Releasing the locks.\n',
    ]);
  });

  it('writes no control characters on a dumb terminal', () => {
    const { io, written, now } = machine({ env: { TERM: 'dumb' } });
    liveView(io, { now }).watch(step(1));
    expect(written).toEqual(['00:01  step at 1\n']);
  });
});

it('is silent for --json', () => {
  const { io, written, out, now } = machine();
  const live = liveView(io, { json: true, now });
  live.watch(step(1));
  live.end();
  expect([...written, ...out]).toEqual([]);
});
