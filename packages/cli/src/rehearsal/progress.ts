/** What a running rehearsal tells the screen. Nothing here is read back by the rehearsal. */
export type Progress =
  | {
      readonly kind: 'started';
      readonly description: string;
      readonly seed: string;
      readonly names: readonly string[];
    }
  | {
      readonly kind: 'stack';
      readonly atSeconds: number;
      readonly stack: string;
      readonly account: string;
      readonly logicalId: string;
      readonly type: string;
      readonly status: string;
      readonly reason?: string;
    }
  /** A change that the type's handler asked of AWS, in the words of `Step`; or what an update is about to change. */
  | { readonly kind: 'step'; readonly atSeconds: number; readonly text: string }
  /** What the handler said at the end of a turn: what it does or waits for. */
  | { readonly kind: 'phase'; readonly atSeconds: number; readonly text: string }
  /** About once per virtual second. */
  | {
      readonly kind: 'traffic';
      readonly atSeconds: number;
      readonly requests: number;
      readonly failed: number;
      readonly names: readonly NameTraffic[];
    };

/** The traffic of one name since the start. */
export interface NameTraffic {
  readonly name: string;
  readonly requests: number;
  readonly failed: number;
  /** Who answered last; undefined before the first answer. */
  readonly side: string | undefined;
}

export type Watch = (progress: Progress) => void;
