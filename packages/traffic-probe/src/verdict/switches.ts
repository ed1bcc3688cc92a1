import type { Lane } from './lanes';

/** The first answer of another side for a name at one address. */
export interface SideSwitch {
  readonly t: number;
  readonly name: string;
  readonly address: string;
  readonly from: string;
  readonly to: string;
}

/** From side to side, whatever failed between: an answer that nobody marked is no side. */
export function switchesOf(lanes: readonly Lane[]): SideSwitch[] {
  return lanes.flatMap(switchesIn).sort((one, other) => one.t - other.t);
}

function switchesIn({ name, address, requests }: Lane): SideSwitch[] {
  const switches: SideSwitch[] = [];
  let from: string | undefined;
  for (const { t, side } of requests) {
    if (side === undefined) continue;
    if (from !== undefined && side !== from) switches.push({ t, name, address, from, to: side });
    from = side;
  }
  return switches;
}
