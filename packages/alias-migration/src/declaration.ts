import type { DeletionBehavior, Migration, Strategy, Verification } from './migration';

/** What a person declares in a template, as JSON. CloudFormation sends numbers as text, its library as bigints. */
export interface Declaration {
  readonly Aliases: string[];
  readonly Target: { readonly DistributionId: string; readonly CertificateArn?: string };
  readonly Source: {
    readonly DistributionId: string;
    readonly AccountId?: string;
    readonly RoleArn?: string;
    readonly ExternalId?: string;
  };
  readonly Strategy?: 'AUTO' | Strategy;
  readonly Dns?: { readonly HostedZoneId: string; readonly RoleArn?: string; readonly ExternalId?: string };
  readonly Verification?: {
    readonly Path?: string;
    readonly ExpectStatus?: Numeric;
    readonly ExpectHeader?: { readonly Name: string; readonly Value: string };
    readonly MinConsecutive?: Numeric;
    readonly BakeMinutes?: Numeric;
  };
  readonly DeletionBehavior?: DeletionBehavior;
  readonly PlanOnly?: boolean | string;
}

type Numeric = number | string | bigint;

const REQUIRED = ['Aliases', 'Target', 'Source'] as const satisfies (keyof Declaration)[];

/** What the schema asks for and did not come: CloudFormation sees to it, but others call handlers too. */
export const missingIn = (declaration: Partial<Declaration>): string[] =>
  REQUIRED.filter((name) => declaration[name] === undefined);

/** @param accountId the account of the stack, which owns the target. */
export function migrationOf(declaration: Declaration, accountId: string): Migration {
  const { Target: target, Source: source, Dns: dns } = declaration;
  return {
    accountId,
    aliases: [...declaration.Aliases].sort(),
    target: { distributionId: target.DistributionId, certificateArn: target.CertificateArn },
    source: {
      distributionId: source.DistributionId,
      accountId: source.AccountId ?? accountId,
      roleArn: source.RoleArn,
      externalId: source.ExternalId,
    },
    strategy: declaration.Strategy ?? 'AUTO',
    dns: dns && { hostedZoneId: dns.HostedZoneId, roleArn: dns.RoleArn, externalId: dns.ExternalId },
    verification: verificationOf(declaration.Verification ?? {}),
    deletionBehavior: declaration.DeletionBehavior ?? 'KEEP',
    planOnly: String(declaration.PlanOnly ?? false) === 'true',
  };
}

const verificationOf = (declared: NonNullable<Declaration['Verification']>): Verification => ({
  path: declared.Path ?? '/',
  expectStatus: declared.ExpectStatus === undefined ? undefined : Number(declared.ExpectStatus),
  expectHeader: declared.ExpectHeader && {
    name: declared.ExpectHeader.Name,
    value: declared.ExpectHeader.Value,
  },
  minConsecutive: Number(declared.MinConsecutive ?? 3),
  bakeMinutes: Number(declared.BakeMinutes ?? 5),
});
