import type { Action } from '../journal';
import type { Outcome, Scene } from './phase';

/** One change on the way back, with the reason that people are told. */
export const unwind = (
  { journal }: Pick<Scene, 'journal'>,
  action: Action,
  message: string,
  delaySeconds: number,
): Outcome => {
  const because = journal.because?.message ?? 'the migration was taken back';
  return { kind: 'unwind', because, action, message: `${message} Because: ${because}`, delaySeconds };
};
