import type { Migration } from '@cutover/alias-migration';

/** A template that declares the migration; the type's codec reads it back. */
export function templateOf(typeName: string, migration: Migration): string {
  const { aliases, target, source, strategy, dns, verification, deletionBehavior, wildcard, bypass } =
    migration;
  const Properties = {
    Aliases: aliases,
    Target: { DistributionId: target.distributionId, CertificateArn: target.certificateArn },
    Source: {
      DistributionId: source.distributionId,
      AccountId: source.accountId,
      RoleArn: source.roleArn,
      ExternalId: source.externalId,
    },
    Strategy: strategy,
    Waves: migration.waves?.map((names) => ({ Aliases: names })),
    CutoverOrder: migration.cutoverOrder,
    Wildcard: wildcard && { Name: wildcard.name, Keep: wildcard.keep },
    MaxDowntimeSeconds: migration.maxDowntimeSeconds,
    Bypass: bypass && {
      Records: bypass.records.map((record) => ({
        Name: record.name,
        Type: record.type,
        TtlSeconds: record.ttlSeconds,
        Values: record.values,
      })),
      DrainSeconds: bypass.drainSeconds,
    },
    Dns: dns && { HostedZoneId: dns.hostedZoneId, RoleArn: dns.roleArn, ExternalId: dns.externalId },
    Verification: {
      Path: verification.path,
      ExpectStatus: verification.expectStatus,
      ExpectHeader: verification.expectHeader && {
        Name: verification.expectHeader.name,
        Value: verification.expectHeader.value,
      },
      MinConsecutive: verification.minConsecutive,
      BakeMinutes: verification.bakeMinutes,
    },
    DeletionBehavior: deletionBehavior,
  };
  return JSON.stringify({ Resources: { Migration: { Type: typeName, Properties } } });
}
