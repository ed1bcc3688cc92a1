import type { Progress } from '../rehearsal/progress';
import { clockText, plural } from './format';
import type { LiveState } from './state';

/** What a log file shows of one piece of progress: nothing for traffic that goes on as before. */
export function eventLines(before: LiveState, progress: Progress): string[] {
  switch (progress.kind) {
    case 'started':
      return [progress.description, `Traffic on ${progress.names.join(', ')}; seed ${progress.seed}`];
    case 'stack': {
      const { atSeconds, stack, logicalId, status, reason } = progress;
      const why = reason === undefined ? '' : `: ${reason}`;
      return [`${clockText(atSeconds)}  ${stack}/${logicalId} ${status}${why}`];
    }
    case 'step':
      return [`${clockText(progress.atSeconds)}  ${progress.text}`];
    case 'phase':
      // Seconds that run down are no news for a log file.
      return withoutNumbers(progress.text) === withoutNumbers(before.phase)
        ? []
        : [`${clockText(progress.atSeconds)}  ${progress.text}`];
    case 'traffic':
      return progress.names.flatMap((now) => {
        const was = before.names.find(({ name }) => name === now.name);
        const line = (text: string) => `${clockText(progress.atSeconds)}  ${now.name}: ${text}`;
        const lost = now.failed - (was?.failed ?? 0);
        return [
          ...(lost > 0 ? [line(`${plural(lost, 'request')} failed`)] : []),
          ...(now.side !== was?.side ? [line(`answered by ${now.side ?? 'nobody'}`)] : []),
        ];
      });
  }
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '');
