import { shown } from '../problem';
import { Complaint } from './complaint';

const shape = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[-+]\d{2}:\d{2}))?$/;

/** Milliseconds since the epoch; a day is its beginning in UTC. */
export function momentOf(text: string): number | Complaint {
  const day = shape.exec(text)?.[1];
  const moment = Date.parse(text);
  if (day !== undefined && !Number.isNaN(moment) && isOfCalendar(day)) return moment;
  const isZoneless = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(text);
  return new Complaint(
    `${shown(text)} is no ${day === undefined ? 'date' : 'day of the calendar'}.`,
    isZoneless
      ? `Say the zone: ${text.replace(' ', 'T')}Z.`
      : 'Write 2026-05-01, or 2026-05-01T09:00:00Z, or 2026-05-01T09:00:00+02:00.',
  );
}

/** `Date` takes February 30 for March 2. */
const isOfCalendar = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
