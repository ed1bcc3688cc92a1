import type { Instant } from '@cutover/ground';
import type { Because, Journal } from '../journal';

/** The journal turned towards the state before its update, with all its time before it. */
export function takenBack(journal: Journal, because: Because, now: Instant, isAsked = false): Journal {
  const { course } = journal;
  if (!course) return journal;
  const { endedAt: _, ...rest } = course;
  const isUndoing = course.back?.isUndoing ?? false;
  return {
    ...journal,
    phaseSince: now,
    startedAt: now,
    trouble: undefined,
    course: { ...rest, back: { isUndoing, isAsked, because: course.back?.because ?? because } },
  };
}
