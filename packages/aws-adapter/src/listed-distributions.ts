import {
  type CloudFrontClient,
  type DistributionSummary,
  paginateListDistributions,
} from '@aws-sdk/client-cloudfront';

/** All distributions of an account: a list has 100 a page, and an account 500 unless AWS has raised it. */
export async function* listedDistributions(client: CloudFrontClient): AsyncGenerator<DistributionSummary> {
  for await (const { DistributionList } of paginateListDistributions({ client }, {}))
    yield* DistributionList?.Items ?? [];
}
