import { alarms } from './alarms';
import { aliasMoves } from './alias-moves';
import type { Ask } from './ask';
import { certificates } from './certificates';
import { distributions } from './cloud-front';
import { parameters } from './parameters';
import { records } from './records';
import { authorities, viewers } from './views';

/** Every method of the ports: its ordinary answer, its absent answer, and each failure that matters. */
export const asks: readonly Ask[] = [
  ...distributions,
  ...aliasMoves,
  ...certificates,
  ...alarms,
  ...parameters,
  ...records,
  ...authorities,
  ...viewers,
];
