import type { ListTypeVersionsInput, ListTypeVersionsOutput } from '@aws-sdk/client-cloudformation';
import { pageAfter } from '../cloudformation/paging';
import type { Operation } from '../operation';
import { findType, liveVersions, registryNeed } from './type-record';

/** The versions of a type: those that can be used, or those that were deregistered. */
export const listTypeVersions: Operation<ListTypeVersionsInput, ListTypeVersionsOutput> = {
  service: 'cloudformation',
  name: 'ListTypeVersions',
  needs: () => registryNeed('ListTypeVersions'),
  perform: (world, input, caller) => {
    const { type } = findType(world, caller, input);
    const all =
      input.DeprecatedStatus === 'DEPRECATED'
        ? type.versions.filter(({ isDeprecated }) => isDeprecated)
        : liveVersions(world, type);
    const { page, ...more } = pageAfter(all, ({ versionId }) => versionId, input.NextToken);
    return {
      TypeVersionSummaries: page.map(({ versionId, arn, liveAt }) => ({
        Type: 'RESOURCE',
        TypeName: type.typeName,
        VersionId: versionId,
        IsDefaultVersion: versionId === type.defaultVersionId,
        Arn: arn,
        TimeCreated: new Date(liveAt),
      })),
      ...more,
    };
  },
};
