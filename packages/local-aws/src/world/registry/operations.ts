import type { Operation } from '../operation';
import { deregisterType } from './deregister-type';
import { describePublisher } from './describe-publisher';
import { describeType } from './describe-type';
import { describeTypeRegistration } from './describe-type-registration';
import { listTypeVersions } from './list-type-versions';
import { registerType } from './register-type';
import { setTypeDefaultVersion } from './set-type-default-version';

/** The private registry: part of CloudFormation's API. */
export const registryOperations: readonly Operation[] = [
  deregisterType,
  describePublisher,
  describeType,
  describeTypeRegistration,
  listTypeVersions,
  registerType,
  setTypeDefaultVersion,
];
