/** Who plays in the smallest worlds. */

export const ALIAS = 'a.example.com';
/** Moves in a wave before the other. */
export const EARLIER = 'earlier.example.com';
/** A stranger's name under the transit wildcard: whatever happens, it stays where it is. */
export const FOREIGN = 'stranger.example.com';
/** Names that have no parent in their zone pass by CloudFront. */
export const APEX = 'example.com';
/** Where the customer serves the names while they change hands. */
export const BYPASS_ADDRESS = '198.51.100.7';
export const SOURCE = 'E1111111SOURCE';
export const TARGET = 'E2222222TARGET';
export const STRANGER = 'E3333333STRANG';
export const ZONE = 'ZEXAMPLE';
/** A zone of the target's account, where the customer's validation names lead to. */
export const SEMAPHORE_ZONE = { id: 'ZMOVES', name: 'moves.example.net' } as const;
export const ACCOUNTS = { source: '636696000000', target: '310123456789', stranger: '999900000000' } as const;

/** The account's certificate for example.com and the names below it. */
export const certificate = (accountId: string): string =>
  `arn:aws:acm:us-east-1:${accountId}:certificate/${accountId}`;

export const domainNameOf = (distributionId: string): string =>
  `${distributionId.toLowerCase()}.cloudfront.net`;

export const originOf = (distributionId: string): string => `${distributionId.toLowerCase()}.example.net`;
