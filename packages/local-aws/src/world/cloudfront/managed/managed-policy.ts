import { frozenCopy } from '../../frozen';
import type { Entity } from '../entities/entity';

/** The instant that this model gives to what AWS itself wrote; the real ones differ by policy. */
const managedSince = Date.UTC(2021, 10, 2);

/** Managed policies never change, so neither does their ETag. */
const managedEtag = 'E23ZP02F085DFQ';

/** A policy of AWS, as every account sees it. */
export const managed = <C>(id: string, config: C): Entity<C> =>
  frozenCopy({
    id,
    accountId: 'aws',
    config,
    etag: managedEtag,
    createdAt: managedSince,
    lastModifiedAt: managedSince,
  });

/** The shapes that CloudFront's managed policies use again and again. */
export const noHeaders = { HeaderBehavior: 'none' } as const;
export const noCookies = { CookieBehavior: 'none' } as const;
export const allCookies = { CookieBehavior: 'all' } as const;
export const noQueryStrings = { QueryStringBehavior: 'none' } as const;
export const allQueryStrings = { QueryStringBehavior: 'all' } as const;

export const listed = <T>(...items: T[]) => ({ Quantity: items.length, Items: items });
