import { isObject, type JsonObject } from './json';
import { itemsOf } from './template/shape';

/**
 * What belongs to a distribution but stands in no configuration, so that no copy of the configuration carries it.
 */
export const outsideOfTheConfig =
  'Not in the configuration, so not in the copy: tags, CloudWatch alarms, additional metrics, Shield protection, standard logs v2 (log deliveries), resource shares.';

/** What somebody has to see to beside the template. */
export function notesOn(config: JsonObject): string[] {
  const buckets = itemsOf(config.Origins)
    .filter(isObject)
    .filter((origin) => isObject(origin.S3OriginConfig))
    .map((origin) => String(origin.DomainName));
  return [
    ...[...new Set(buckets)].map(
      (bucket) =>
        `The policy of the bucket behind ${bucket} (and of its KMS key) must allow the copy's ARN or access identity too, before any traffic goes there.`,
    ),
    outsideOfTheConfig,
  ];
}

/** Whether the distribution is of a sort that cannot be copied for a move of names. */
export function whyNotCopied(config: JsonObject): string | undefined {
  if (config.Staging === true)
    return 'this is a staging distribution (Staging: true), which holds no names; give the configuration of its primary distribution';
  if (config.ConnectionMode === 'tenant-only')
    return 'this is a multi-tenant distribution (ConnectionMode: tenant-only): its tenants hold the names, and they are not moved by this tool yet';
  return undefined;
}
