// @ts-nocheck: generated for a laxer compiler than ours
// This is a generated file. Modifications will be overwritten.
import { BaseModel, Dict, integer, Integer, Optional, transformValue } from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { Exclude, Expose, Type, Transform } from 'class-transformer';

export class ResourceModel extends BaseModel {

    @Exclude()
    public static readonly TYPE_NAME: string = 'AwsCommunity::CloudFront::AliasMigration';

    @Exclude()
    protected readonly IDENTIFIER_KEY_MIGRATIONID: string = '/properties/MigrationId';

    @Expose({ name: 'MigrationId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'migrationId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    migrationId?: Optional<string>;
    @Expose({ name: 'Aliases' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'aliases', value, obj, [Set]),
        {
            toClassOnly: true,
        }
    )
    aliases?: Optional<Set<string>>;
    @Expose({ name: 'Target' })
    @Type(() => Target)
    target?: Optional<Target>;
    @Expose({ name: 'Source' })
    @Type(() => Source)
    source?: Optional<Source>;
    @Expose({ name: 'Strategy' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'strategy', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    strategy?: Optional<string>;
    @Expose({ name: 'CutoverOrder' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'cutoverOrder', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    cutoverOrder?: Optional<string>;
    @Expose({ name: 'Wildcard' })
    @Type(() => Wildcard)
    wildcard?: Optional<Wildcard>;
    @Expose({ name: 'Bypass' })
    @Type(() => Bypass)
    bypass?: Optional<Bypass>;
    @Expose({ name: 'MaxDowntimeSeconds' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'maxDowntimeSeconds', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    maxDowntimeSeconds?: Optional<integer>;
    @Expose({ name: 'Dns' })
    @Type(() => Dns)
    dns?: Optional<Dns>;
    @Expose({ name: 'Verification' })
    @Type(() => Verification)
    verification?: Optional<Verification>;
    @Expose({ name: 'Waves' })
    @Type(() => Wave)
    waves?: Optional<Array<Wave>>;
    @Expose({ name: 'OnFailure' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'onFailure', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    onFailure?: Optional<string>;
    @Expose({ name: 'DeletionBehavior' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'deletionBehavior', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    deletionBehavior?: Optional<string>;
    @Expose({ name: 'PlanOnly' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Boolean, 'planOnly', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    planOnly?: Optional<boolean>;
    @Expose({ name: 'Phase' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'phase', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    phase?: Optional<string>;
    @Expose({ name: 'ResolvedStrategy' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'resolvedStrategy', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    resolvedStrategy?: Optional<string>;
    @Expose({ name: 'SourceDomainName' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'sourceDomainName', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    sourceDomainName?: Optional<string>;
    @Expose({ name: 'TargetDomainName' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'targetDomainName', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    targetDomainName?: Optional<string>;
    @Expose({ name: 'CutoverTime' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'cutoverTime', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    cutoverTime?: Optional<string>;
    @Expose({ name: 'Plan' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'plan', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    plan?: Optional<Array<string>>;
    @Expose({ name: 'RequiredDnsRecords' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'requiredDnsRecords', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    requiredDnsRecords?: Optional<Array<string>>;
    @Expose({ name: 'ReconcileSource' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'reconcileSource', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    reconcileSource?: Optional<string>;
    @Expose({ name: 'ReconcileTarget' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'reconcileTarget', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    reconcileTarget?: Optional<string>;
    @Expose({ name: 'Warnings' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'warnings', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    warnings?: Optional<Array<string>>;

    @Exclude()
    public getPrimaryIdentifier(): Dict {
        const identifier: Dict = {};
        if (this.migrationId != null) {
            identifier[this.IDENTIFIER_KEY_MIGRATIONID] = this.migrationId;
        }

        // only return the identifier if it can be used, i.e. if all components are present
        return Object.keys(identifier).length === 1 ? identifier : null;
    }

    @Exclude()
    public getAdditionalIdentifiers(): Array<Dict> {
        const identifiers: Array<Dict> = new Array<Dict>();
        // only return the identifiers if any can be used
        return identifiers.length === 0 ? null : identifiers;
    }
}

export class Target extends BaseModel {


    @Expose({ name: 'DistributionId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'distributionId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    distributionId?: Optional<string>;
    @Expose({ name: 'CertificateArn' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'certificateArn', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    certificateArn?: Optional<string>;

}

export class Source extends BaseModel {


    @Expose({ name: 'DistributionId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'distributionId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    distributionId?: Optional<string>;
    @Expose({ name: 'AccountId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'accountId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    accountId?: Optional<string>;
    @Expose({ name: 'RoleArn' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'roleArn', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    roleArn?: Optional<string>;
    @Expose({ name: 'ExternalId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'externalId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    externalId?: Optional<string>;

}

export class Wildcard extends BaseModel {


    @Expose({ name: 'Name' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'name', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    name?: Optional<string>;
    @Expose({ name: 'Keep' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Boolean, 'keep', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    keep?: Optional<boolean>;

}

export class Bypass extends BaseModel {


    @Expose({ name: 'Records' })
    @Type(() => BypassRecord)
    records?: Optional<Array<BypassRecord>>;
    @Expose({ name: 'DrainSeconds' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'drainSeconds', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    drainSeconds?: Optional<integer>;

}

export class BypassRecord extends BaseModel {


    @Expose({ name: 'Name' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'name', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    name?: Optional<string>;
    @Expose({ name: 'Type' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'type_', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    type_?: Optional<string>;
    @Expose({ name: 'TtlSeconds' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'ttlSeconds', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    ttlSeconds?: Optional<integer>;
    @Expose({ name: 'Values' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'values', value, obj, [Set]),
        {
            toClassOnly: true,
        }
    )
    values?: Optional<Set<string>>;
    @Expose({ name: 'AliasTarget' })
    @Type(() => AliasTarget)
    aliasTarget?: Optional<AliasTarget>;

}

export class AliasTarget extends BaseModel {


    @Expose({ name: 'HostedZoneId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'hostedZoneId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    hostedZoneId?: Optional<string>;
    @Expose({ name: 'DnsName' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'dnsName', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    dnsName?: Optional<string>;

}

export class Dns extends BaseModel {


    @Expose({ name: 'Mode' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'mode', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    mode?: Optional<string>;
    @Expose({ name: 'HostedZoneId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'hostedZoneId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    hostedZoneId?: Optional<string>;
    @Expose({ name: 'RoleArn' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'roleArn', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    roleArn?: Optional<string>;
    @Expose({ name: 'ExternalId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'externalId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    externalId?: Optional<string>;
    @Expose({ name: 'Semaphore' })
    @Type(() => Semaphore)
    semaphore?: Optional<Semaphore>;
    @Expose({ name: 'Wait' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'wait', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    wait?: Optional<string>;
    @Expose({ name: 'Resume' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'resume', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    resume?: Optional<string>;
    @Expose({ name: 'Gate' })
    @Type(() => Gate)
    gate?: Optional<Gate>;

}

export class Semaphore extends BaseModel {


    @Expose({ name: 'HostedZoneId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'hostedZoneId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    hostedZoneId?: Optional<string>;
    @Expose({ name: 'Value' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'value_', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    value_?: Optional<string>;

}

export class Gate extends BaseModel {


    @Expose({ name: 'StableSeconds' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'stableSeconds', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    stableSeconds?: Optional<integer>;
    @Expose({ name: 'TimeoutMinutes' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'timeoutMinutes', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    timeoutMinutes?: Optional<integer>;

}

export class Verification extends BaseModel {


    @Expose({ name: 'Path' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'path', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    path?: Optional<string>;
    @Expose({ name: 'ExpectStatus' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'expectStatus', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    expectStatus?: Optional<integer>;
    @Expose({ name: 'ExpectHeader' })
    @Type(() => ExpectHeader)
    expectHeader?: Optional<ExpectHeader>;
    @Expose({ name: 'MinConsecutive' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'minConsecutive', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    minConsecutive?: Optional<integer>;
    @Expose({ name: 'BakeMinutes' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'bakeMinutes', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    bakeMinutes?: Optional<integer>;
    @Expose({ name: 'AlarmArns' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'alarmArns', value, obj, [Set]),
        {
            toClassOnly: true,
        }
    )
    alarmArns?: Optional<Set<string>>;

}

export class ExpectHeader extends BaseModel {


    @Expose({ name: 'Name' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'name', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    name?: Optional<string>;
    @Expose({ name: 'Value' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'value_', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    value_?: Optional<string>;

}

export class Wave extends BaseModel {


    @Expose({ name: 'Aliases' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'aliases', value, obj, [Set]),
        {
            toClassOnly: true,
        }
    )
    aliases?: Optional<Set<string>>;

}

export class TypeConfigurationModel extends BaseModel {



}

