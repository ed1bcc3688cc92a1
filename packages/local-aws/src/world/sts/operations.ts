import type { Operation } from '../operation';
import { assumeRole } from './assume-role';
import { getCallerIdentity } from './get-caller-identity';
import { getSessionToken } from './get-session-token';

export const stsOperations: Operation[] = [assumeRole, getCallerIdentity, getSessionToken];
