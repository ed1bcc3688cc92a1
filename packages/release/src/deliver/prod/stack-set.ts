import type { StackSetDefinition } from '@cutover/aws-adapter';
import { packageUrl, type ReleasedType, type Stage, stackName } from '../stage';
import type { ProdSettings } from './settings';

/** Other fixtures come with other bytes, or are not needed before them. */
export const fixtureKey = ({ slug, sha256 }: Pick<ReleasedType, 'slug' | 'sha256'>): string =>
  `packages/${slug}/${sha256}.setup.yml`;

/** The stack set that publishes a type: one stack of release/publish.yml in each region. */
export const stackSetOf = (stage: Stage, type: ReleasedType, settings: ProdSettings): StackSetDefinition => ({
  name: stackName(stage, type, 'publish'),
  template: settings.template,
  parameters: {
    TypeName: type.typeName,
    SchemaHandlerPackage: packageUrl(stage, type),
    ExecutionRoleArn: stage.typeRoleArn,
    LogDeliveryBucket: settings.logBucket,
  },
  administrationRoleArn: settings.administrationRoleArn,
  executionRoleName: settings.executionRoleName,
});

/** What a region's stack has in place of the set's own values: these bytes, under this number. */
export const overridesOf = (stage: Stage, type: ReleasedType, number: string): Record<string, string> => ({
  SchemaHandlerPackage: packageUrl(stage, type),
  PublicVersion: number,
  FixtureTemplateUrl:
    type.setup === undefined
      ? ''
      : `https://${stage.inbox}.s3.${stage.home}.amazonaws.com/${fixtureKey(type)}`,
});
