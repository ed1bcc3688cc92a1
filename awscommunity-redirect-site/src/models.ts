// @ts-nocheck: generated for a laxer compiler than ours
// This is a generated file. Modifications will be overwritten.
import { BaseModel, Dict, integer, Integer, Optional, transformValue } from '@amazon-web-services-cloudformation/cloudformation-cli-typescript-lib';
import { Exclude, Expose, Type, Transform } from 'class-transformer';

export class ResourceModel extends BaseModel {

    @Exclude()
    public static readonly TYPE_NAME: string = 'AwsCommunity::Redirect::Site';

    @Exclude()
    protected readonly IDENTIFIER_KEY_SITEID: string = '/properties/SiteId';

    @Expose({ name: 'SiteId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'siteId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    siteId?: Optional<string>;
    @Expose({ name: 'Defaults' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Object, 'defaults', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    defaults?: Optional<object>;
    @Expose({ name: 'Policy' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Object, 'policy', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    policy?: Optional<object>;
    @Expose({ name: 'Sites' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Object, 'sites', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    sites?: Optional<object>;
    @Expose({ name: 'Tests' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Object, 'tests', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    tests?: Optional<object>;
    @Expose({ name: 'RulesSource' })
    @Type(() => RulesSource)
    rulesSource?: Optional<RulesSource>;
    @Expose({ name: 'Distribution' })
    @Type(() => ExistingDistribution)
    distribution?: Optional<ExistingDistribution>;
    @Expose({ name: 'CertificateArn' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'certificateArn', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    certificateArn?: Optional<string>;
    @Expose({ name: 'HostedZones' })
    @Type(() => HostedZone)
    hostedZones?: Optional<Array<HostedZone>>;
    @Expose({ name: 'TakeOver' })
    @Type(() => TakeOver)
    takeOver?: Optional<Array<TakeOver>>;
    @Expose({ name: 'PriceClass' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'priceClass', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    priceClass?: Optional<string>;
    @Expose({ name: 'HttpsFirst' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'httpsFirst', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    httpsFirst?: Optional<string>;
    @Expose({ name: 'Origin' })
    @Type(() => SafeOrigin)
    origin?: Optional<SafeOrigin>;
    @Expose({ name: 'Logs' })
    @Type(() => Logs)
    logs?: Optional<Logs>;
    @Expose({ name: 'TestAtEdge' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'testAtEdge', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    testAtEdge?: Optional<string>;
    @Expose({ name: 'Deployment' })
    @Type(() => Deployment)
    deployment?: Optional<Deployment>;
    @Expose({ name: 'Comment' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'comment', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    comment?: Optional<string>;
    @Expose({ name: 'Tags' })
    @Type(() => Tag)
    tags?: Optional<Array<Tag>>;
    @Expose({ name: 'FunctionArn' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'functionArn', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    functionArn?: Optional<string>;
    @Expose({ name: 'KeyValueStoreArn' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'keyValueStoreArn', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    keyValueStoreArn?: Optional<string>;
    @Expose({ name: 'DistributionIds' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'distributionIds', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    distributionIds?: Optional<Array<string>>;
    @Expose({ name: 'DistributionDomainNames' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'distributionDomainNames', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    distributionDomainNames?: Optional<Array<string>>;
    @Expose({ name: 'Generation' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'generation', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    generation?: Optional<integer>;
    @Expose({ name: 'RulesDigest' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'rulesDigest', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    rulesDigest?: Optional<string>;
    @Expose({ name: 'HostStates' })
    @Type(() => HostState)
    hostStates?: Optional<Array<HostState>>;
    @Expose({ name: 'RequiredRecords' })
    @Type(() => RequiredRecord)
    requiredRecords?: Optional<Array<RequiredRecord>>;
    @Expose({ name: 'RuleCount' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'ruleCount', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    ruleCount?: Optional<integer>;
    @Expose({ name: 'TestsPassed' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'testsPassed', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    testsPassed?: Optional<integer>;
    @Expose({ name: 'MaxUtilization' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Number, 'maxUtilization', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    maxUtilization?: Optional<number>;
    @Expose({ name: 'Drift' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'drift', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    drift?: Optional<Array<string>>;

    @Exclude()
    public getPrimaryIdentifier(): Dict {
        const identifier: Dict = {};
        if (this.siteId != null) {
            identifier[this.IDENTIFIER_KEY_SITEID] = this.siteId;
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

export class RulesSource extends BaseModel {


    @Expose({ name: 'Bucket' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'bucket', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    bucket?: Optional<string>;
    @Expose({ name: 'Key' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'key', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    key?: Optional<string>;
    @Expose({ name: 'VersionId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'versionId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    versionId?: Optional<string>;
    @Expose({ name: 'Sha256' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'sha256', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    sha256?: Optional<string>;

}

export class ExistingDistribution extends BaseModel {


    @Expose({ name: 'Id' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'id', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    id?: Optional<string>;

}

export class HostedZone extends BaseModel {


    @Expose({ name: 'Id' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'id', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    id?: Optional<string>;

}

export class TakeOver extends BaseModel {


    @Expose({ name: 'DistributionId' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'distributionId', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    distributionId?: Optional<string>;
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
    @Expose({ name: 'Hosts' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'hosts', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    hosts?: Optional<Array<string>>;
    @Expose({ name: 'BakeMinutes' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Integer, 'bakeMinutes', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    bakeMinutes?: Optional<integer>;
    @Expose({ name: 'DeletionBehavior' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'deletionBehavior', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    deletionBehavior?: Optional<string>;

}

export class SafeOrigin extends BaseModel {


    @Expose({ name: 'DomainName' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'domainName', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    domainName?: Optional<string>;

}

export class Logs extends BaseModel {


    @Expose({ name: 'Bucket' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'bucket', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    bucket?: Optional<string>;
    @Expose({ name: 'Prefix' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'prefix', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    prefix?: Optional<string>;

}

export class Deployment extends BaseModel {


    @Expose({ name: 'Branch' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'branch', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    branch?: Optional<string>;
    @Expose({ name: 'Revision' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'revision', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    revision?: Optional<string>;
    @Expose({ name: 'Version' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'version', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    version?: Optional<string>;
    @Expose({ name: 'DeployedBy' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'deployedBy', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    deployedBy?: Optional<string>;
    @Expose({ name: 'DeployedEnv' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'deployedEnv', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    deployedEnv?: Optional<string>;
    @Expose({ name: 'DeployedWhen' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'deployedWhen', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    deployedWhen?: Optional<string>;
    @Expose({ name: 'ShowDeployedBy' })
    @Transform(
        ({ value, obj }) =>
            transformValue(Boolean, 'showDeployedBy', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    showDeployedBy?: Optional<boolean>;
    @Expose({ name: 'VersionPath' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'versionPath', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    versionPath?: Optional<string>;
    @Expose({ name: 'DeployedPath' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'deployedPath', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    deployedPath?: Optional<string>;
    @Expose({ name: 'Hosts' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'hosts', value, obj, [Array]),
        {
            toClassOnly: true,
        }
    )
    hosts?: Optional<Array<string>>;

}

export class Tag extends BaseModel {


    @Expose({ name: 'Key' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'key', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    key?: Optional<string>;
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

export class HostState extends BaseModel {


    @Expose({ name: 'Host' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'host', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    host?: Optional<string>;
    @Expose({ name: 'State' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'state', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    state?: Optional<string>;
    @Expose({ name: 'Records' })
    @Type(() => RequiredRecord)
    records?: Optional<Array<RequiredRecord>>;
    @Expose({ name: 'Message' })
    @Transform(
        ({ value, obj }) =>
            transformValue(String, 'message', value, obj, []),
        {
            toClassOnly: true,
        }
    )
    message?: Optional<string>;

}

export class RequiredRecord extends BaseModel {


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

export class TypeConfigurationModel extends BaseModel {



}

