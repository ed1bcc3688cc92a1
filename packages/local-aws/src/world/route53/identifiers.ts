import type { World } from '../world';

const idAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** Clients send ids bare or as they were answered (`/hostedzone/Z…`); SDKs strip the prefix, people do not. */
export const bareId = (id: string | undefined): string => (id ?? '').replace(/^\/?(hostedzone|change)\//, '');

export const zoneArn = (id: string | undefined): string => `arn:aws:route53:::hostedzone/${bareId(id)}`;

export const changeArn = (id: string | undefined): string => `arn:aws:route53:::change/${bareId(id)}`;

export const newZoneId = (world: World): string =>
  `Z${world.chance.text(idAlphabet, 20, 'route53', 'hosted zone id', world.sequence++)}`;

export const newChangeId = (world: World): string =>
  `C${world.chance.text(idAlphabet, 20, 'route53', 'change id', world.sequence++)}`;
