import { exactOf, type Keying } from './group';
import type { Line } from './lines';
import { loose } from './order';

/**
 * The rules that a group might overtake. Of exact paths of other forms (any case, any last slash) only those come into
 * question that are the same but for that, and they are looked up: lists of 100,000 may mix the forms.
 */
export class Others {
  private readonly general: Line[] = [];
  private readonly byPath = new Map<string, Line[]>();

  constructor(lines: readonly Line[], keying: Keying) {
    for (const each of lines) {
      const exact = keying.proves ? exactOf(each) : undefined;
      if (exact === undefined || !keying.isSameForm(exact.subject)) this.general.push(each);
      else {
        const same = this.byPath.get(loose(exact.path));
        if (same === undefined) this.byPath.set(loose(exact.path), [each]);
        else same.push(each);
      }
    }
  }

  of(key: string): readonly Line[] {
    if (this.byPath.size === 0) return this.general;
    const same = this.byPath.get(loose(key));
    return same === undefined ? this.general : [...this.general, ...same];
  }
}
