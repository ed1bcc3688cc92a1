import type { Operation } from '../operation';
import { activateType } from './activate-type';
import { deactivateType } from './deactivate-type';
import { deregisterType } from './deregister-type';
import { describePublisher } from './describe-publisher';
import { describeType } from './describe-type';
import { describeTypeRegistration } from './describe-type-registration';
import { listTypeVersions } from './list-type-versions';
import { publishType } from './publish-type';
import { registerPublisher } from './register-publisher';
import { registerType } from './register-type';
import { setTypeConfiguration } from './set-type-configuration';
import { setTypeDefaultVersion } from './set-type-default-version';
import { testType } from './test-type';

/** The private registry of every account, and the public one of every region: part of CloudFormation's API. */
export const registryOperations: readonly Operation[] = [
  activateType,
  deactivateType,
  deregisterType,
  describePublisher,
  describeType,
  describeTypeRegistration,
  listTypeVersions,
  publishType,
  registerPublisher,
  registerType,
  setTypeConfiguration,
  setTypeDefaultVersion,
  testType,
];
