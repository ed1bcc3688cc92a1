import type { TestTypeInput, TestTypeOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { findVersion, registryNeed, replaceVersion } from './type-record';

/** The default version unless another is named. The suite is an order: what comes of it, DescribeType says. */
export const testType: Operation<TestTypeInput, TestTypeOutput> = {
  service: 'cloudformation',
  name: 'TestType',
  needs: () => registryNeed('TestType'),
  perform: (world, input, caller) => {
    const { type, version } = findVersion(world, caller, input);
    const { digest, packageUrl } = version;
    replaceVersion(world, type, { ...version, test: { startedAt: world.now, digest } });
    const { accountId, region } = caller;
    const isKnown = world.testVerdicts.has(digest) || world.typeTests.some((each) => each.digest === digest);
    if (!isKnown) world.typeTests.push({ accountId, region, typeName: type.typeName, digest, packageUrl });
    return { TypeVersionArn: version.arn };
  },
};
