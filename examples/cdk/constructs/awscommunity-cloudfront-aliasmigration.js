// Made by `npx release construct` from the schema of AwsCommunity::CloudFront::AliasMigration.
import { CfnResource, ResolutionTypeHint, Token } from 'aws-cdk-lib';

export class AliasMigration extends CfnResource {
  constructor(scope, id, properties) {
    super(scope, id, { type: 'AwsCommunity::CloudFront::AliasMigration', properties });
  }

  get attrMigrationId() {
    return Token.asString(this.getAtt('MigrationId'));
  }

  get attrPhase() {
    return Token.asString(this.getAtt('Phase'));
  }

  get attrResolvedStrategy() {
    return Token.asString(this.getAtt('ResolvedStrategy'));
  }

  get attrSourceDomainName() {
    return Token.asString(this.getAtt('SourceDomainName'));
  }

  get attrTargetDomainName() {
    return Token.asString(this.getAtt('TargetDomainName'));
  }

  get attrCutoverTime() {
    return Token.asString(this.getAtt('CutoverTime'));
  }

  get attrPlan() {
    return Token.asList(this.getAtt('Plan', ResolutionTypeHint.STRING_LIST));
  }

  get attrRequiredDnsRecords() {
    return Token.asList(this.getAtt('RequiredDnsRecords', ResolutionTypeHint.STRING_LIST));
  }

  get attrReconcileSource() {
    return Token.asString(this.getAtt('ReconcileSource'));
  }

  get attrReconcileTarget() {
    return Token.asString(this.getAtt('ReconcileTarget'));
  }

  get attrWarnings() {
    return Token.asList(this.getAtt('Warnings', ResolutionTypeHint.STRING_LIST));
  }
}
