import { identityOf, type RegistryAccount, registryAccount } from '@cutover/aws-adapter';

export interface AccountOptions {
  readonly profile?: string;
  readonly region?: string;
}

/** Where CloudFront is; other types may be installed anywhere. */
const usualRegion = 'us-east-1';

/** The account of a profile, in one region. @throws Failure when there are no keys */
export async function accountOf({ profile, region }: AccountOptions): Promise<{
  readonly account: RegistryAccount;
  readonly accountId: string;
  readonly region: string;
}> {
  const { credentials, accountId } = await identityOf(profile);
  const place = region ?? process.env.AWS_REGION ?? usualRegion;
  return { account: registryAccount({ credentials, region: place }), accountId, region: place };
}
