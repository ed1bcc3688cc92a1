import type { Operation } from '../operation';
import { getServiceQuota } from './get-service-quota';

export const serviceQuotasOperations: readonly Operation[] = [getServiceQuota];
