import type { Lane } from './lanes';

/**
 * The longest stretch in which every request of one name at one address failed: from the first failed request
 * to the next good one, or to the end of the log where none follows. 0 when nothing failed.
 */
export function longestGapMs(lanes: readonly Lane[]): number {
  const endsAt = Math.max(0, ...lanes.map(({ requests }) => requests.at(-1)?.t ?? 0));
  return Math.max(0, ...lanes.flatMap((lane) => gapsOf(lane, endsAt)));
}

function gapsOf({ requests }: Lane, endsAt: number): number[] {
  const gaps: number[] = [];
  let failingSince: number | undefined;
  for (const { t, failed } of requests) {
    if (failed) failingSince ??= t;
    else if (failingSince !== undefined) {
      gaps.push(t - failingSince);
      failingSince = undefined;
    }
  }
  // A failure in the very last request is a gap too, though nothing tells how long it would have lasted.
  if (failingSince !== undefined) gaps.push(Math.max(1, endsAt - failingSince));
  return gaps;
}
