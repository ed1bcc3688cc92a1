import type { Place } from '../../model/rule-set';
import { Complaint } from './complaint';

/** Hosts that a site has already, as each may answer in one way only. */
export class HostBook {
  private readonly places = new Map<string, Place>();

  take(host: string, place: Place): Complaint | undefined {
    const first = this.places.get(host);
    if (first === undefined) this.places.set(host, place);
    return first && new Complaint(`${host} stands in line ${first.line} already.`, 'Keep it in one site.');
  }
}
