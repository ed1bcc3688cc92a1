import { certificateText, type Sample } from './sample';
import { answererOf } from './summary';

/**
 * What is new in a sample beside the one before it of the same URL, one sentence each: who answers, DNS, certificate
 * and status, and where a gap begins and ends. Nothing where all is as before.
 */
export function newsIn(before: Sample | undefined, now: Sample): string[] {
  const facts = [
    ['answered by', answererOf],
    ['DNS says', ({ dns }: Sample) => dns],
    ['shows the certificate', ({ certificate }: Sample) => certificate && certificateText(certificate)],
    ['answers with status', ({ status }: Sample) => status?.toString()],
  ] as const;
  return [
    ...gapNews(before, now),
    ...facts.flatMap(([what, read]) => {
      const value = read(now);
      return value === undefined || value === (before && read(before)) ? [] : [`${what} ${value}`];
    }),
  ];
}

function gapNews(before: Sample | undefined, now: Sample): string[] {
  if (now.failed && !before?.failed) return [`FAILED: ${now.error}`];
  if (now.failed && now.error !== before?.error) return [`FAILED: ${now.error}`];
  return !now.failed && before?.failed ? ['answers again'] : [];
}
