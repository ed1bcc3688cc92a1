/** ARNs of global resources; one place, because permissions compare them letter by letter. */
export const distributionArn = (accountId: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:distribution/${id}`;

/** @param type the word that the service authorization reference has for the kind of resource, as `cache-policy` */
export const cloudFrontArn = (accountId: string, type: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:${type}/${id}`;
