import type { Declaration } from '../declaration';
import type { SiteJournal, Slot } from '../journal';

/** "Alternate domain names per distribution": 100. */
export const HOSTS_PER_DISTRIBUTION = 100;

const emptySlot = (n: number, rest: Partial<Slot> = {}): Slot => ({
  n,
  hosts: [],
  leaving: [],
  spentCertificates: [],
  keptOut: [],
  late: [],
  ...rest,
});

/**
 * Hosts over distributions: who is on one stays there, who is new goes where there is room, and a host that no rule
 * names any more leaves.
 */
export function dealt(
  { slots, lastSlot }: Pick<SiteJournal, 'slots' | 'lastSlot'>,
  hosts: readonly string[],
  declared: Declaration,
): Pick<SiteJournal, 'slots' | 'lastSlot'> {
  const wanted = new Set(hosts);
  const kept = slots.map((slot): Slot => {
    const here = [...slot.hosts, ...slot.leaving];
    return {
      ...slot,
      hosts: here.filter((host) => wanted.has(host)),
      leaving: here.filter((host) => !wanted.has(host)),
      keptOut: [],
      oneByOne: undefined,
      late: slot.keptOut.map(({ host }) => host),
    };
  });
  const placed = new Set(kept.flatMap((slot) => slot.hosts));
  const fresh = hosts.filter((host) => !placed.has(host));
  if (declared.Distribution) {
    const { Id: distributionId } = declared.Distribution;
    const slot = kept[0] ?? emptySlot(1, { distributionId });
    return { slots: [{ ...slot, hosts: [...slot.hosts, ...fresh] }], lastSlot: 1 };
  }
  return addedTo(kept, fresh, lastSlot);
}

function addedTo(slots: Slot[], fresh: readonly string[], lastSlot: number): ReturnType<typeof dealt> {
  const result = [...slots];
  let rest = fresh;
  for (const [at, slot] of result.entries()) {
    const room = HOSTS_PER_DISTRIBUTION - slot.hosts.length - slot.leaving.length;
    result[at] = { ...slot, hosts: [...slot.hosts, ...rest.slice(0, Math.max(0, room))] };
    rest = rest.slice(Math.max(0, room));
  }
  let n = lastSlot;
  for (; rest.length > 0; rest = rest.slice(HOSTS_PER_DISTRIBUTION))
    result.push(emptySlot(++n, { hosts: rest.slice(0, HOSTS_PER_DISTRIBUTION) }));
  return { slots: result, lastSlot: n };
}

export const isKeptOut = ({ keptOut }: Slot, host: string): boolean =>
  keptOut.some((each) => each.host === host);

/** Hosts that the distribution shall have: a certificate covers them. */
export const readyHosts = (slot: Slot): string[] =>
  slot.certificateArn === undefined ? [] : slot.hosts.filter((host) => !isKeptOut(slot, host));

/** The journal with one of its slots changed. */
export const withSlot = (
  { slots }: Pick<SiteJournal, 'slots'>,
  n: number,
  change: Partial<Slot>,
): Pick<SiteJournal, 'slots'> => ({
  slots: slots.map((slot) => (slot.n === n ? { ...slot, ...change } : slot)),
});
