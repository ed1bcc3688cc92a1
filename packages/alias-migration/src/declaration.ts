import { type DeclaredDns, dnsWishOf } from './dns/wish';
import type { DeletionBehavior, Migration, OnFailure, Strategy, Verification } from './migration';
import type { Numeric } from './numeric';
import { type DeclaredWishes, wishesOf } from './wishes';

/** What a person declares in a template, as JSON. */
export interface Declaration extends DeclaredWishes {
  readonly Aliases: string[];
  readonly Target: { readonly DistributionId: string; readonly CertificateArn?: string };
  readonly Source?: {
    readonly DistributionId: string;
    readonly AccountId?: string;
    readonly RoleArn?: string;
    readonly ExternalId?: string;
  };
  readonly Strategy?: 'AUTO' | Strategy;
  readonly Dns?: DeclaredDns;
  readonly Verification?: {
    readonly Path?: string;
    readonly ExpectStatus?: Numeric;
    readonly ExpectHeader?: { readonly Name: string; readonly Value: string };
    readonly MinConsecutive?: Numeric;
    readonly BakeMinutes?: Numeric;
    readonly AlarmArns?: string[];
  };
  readonly Waves?: { readonly Aliases: string[] }[];
  readonly OnFailure?: OnFailure;
  readonly DeletionBehavior?: DeletionBehavior;
  readonly PlanOnly?: boolean | string;
}

const REQUIRED = ['Aliases', 'Target'] as const satisfies (keyof Declaration)[];

/** What the schema asks for and did not come: CloudFormation sees to it, but others call handlers too. */
export const missingIn = (declaration: Partial<Declaration>): string[] =>
  REQUIRED.filter((name) => declaration[name] === undefined);

/** @param accountId the account of the stack, which owns the target. */
export function migrationOf(declaration: Declaration, accountId: string): Migration {
  const { Target: target, Source: source } = declaration;
  return {
    accountId,
    aliases: [...declaration.Aliases].sort(),
    target: { distributionId: target.DistributionId, certificateArn: target.CertificateArn },
    source: source
      ? {
          distributionId: source.DistributionId,
          accountId: source.AccountId ?? accountId,
          roleArn: source.RoleArn,
          externalId: source.ExternalId,
        }
      : { distributionId: '', accountId, isSought: true },
    strategy: declaration.Strategy ?? 'AUTO',
    ...wishesOf(declaration),
    ...dnsWishOf(declaration.Dns),
    verification: verificationOf(declaration.Verification ?? {}),
    waves: declaration.Waves && wavesOf(declaration.Waves, declaration.Aliases),
    onFailure: declaration.OnFailure,
    deletionBehavior: declaration.DeletionBehavior ?? 'KEEP',
    planOnly: String(declaration.PlanOnly ?? false) === 'true',
  };
}

/** Names that no wave lists move in a last one. */
function wavesOf(declared: NonNullable<Declaration['Waves']>, aliases: readonly string[]): string[][] {
  const waves = declared.map((wave) => [...wave.Aliases].sort());
  const rest = aliases.filter((alias) => !waves.flat().includes(alias)).sort();
  return rest.length > 0 ? [...waves, rest] : waves;
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
  alarmArns: declared.AlarmArns && [...declared.AlarmArns].sort(),
});
