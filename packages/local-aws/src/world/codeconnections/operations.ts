import type { Operation } from '../operation';
import { getConnection } from './get-connection';

export const codeConnectionsOperations: readonly Operation[] = [getConnection];
