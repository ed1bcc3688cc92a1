import type { Io } from './io';

/** What a command found or did, thing by thing. */
export interface Answers {
  /** @param text of one line or more, shown at once unless JSON was asked for */
  add(answer: object, text: string): void;
  /** What a person reads and no program. */
  note(text: string): void;
  end(): void;
}

/** The answers of a command: as text as they come, or all of them as one JSON document at its end. */
export function answersTo(io: Io, { json }: { readonly json?: boolean }): Answers {
  const all: object[] = [];
  return {
    add: (answer, text) => {
      all.push(answer);
      if (!json) io.out(text);
    },
    note: (text) => {
      if (!json) io.out(text);
    },
    end: () => {
      if (json) io.out(jsonText(all));
    },
  };
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
