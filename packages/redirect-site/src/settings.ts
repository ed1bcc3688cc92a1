import type { Declaration } from './declaration';
import type { DistributionSettings } from './port';

/** How a distribution of the site's own is to be set; what is left out has CloudFront's own default, or the site's. */
export const settingsOf = ({ PriceClass, HttpsFirst, Origin, Logs }: Declaration): DistributionSettings => ({
  priceClass: PriceClass ?? 'PriceClass_All',
  httpsFirst: HttpsFirst ?? 'WhereHsts',
  origin: Origin?.DomainName,
  logs: Logs && { bucket: Logs.Bucket, prefix: Logs.Prefix ?? '' },
});
