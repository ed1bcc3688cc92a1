/** ARNs of global resources; one place, because permissions compare them letter by letter. */
export const distributionArn = (accountId: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:distribution/${id}`;

export const responseHeadersPolicyArn = (accountId: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:response-headers-policy/${id}`;

export const cachePolicyArn = (accountId: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:cache-policy/${id}`;

export const originRequestPolicyArn = (accountId: string, id: string): string =>
  `arn:aws:cloudfront::${accountId}:origin-request-policy/${id}`;
