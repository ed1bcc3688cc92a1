import type { Operation } from '../operation';
import { deleteParameter } from './delete-parameter';
import { deleteParameters } from './delete-parameters';
import { getParameter } from './get-parameter';
import { getParameters } from './get-parameters';
import { getParametersByPath } from './get-parameters-by-path';
import { putParameter } from './put-parameter';

export const ssmOperations: Operation[] = [
  deleteParameter,
  deleteParameters,
  getParameter,
  getParameters,
  getParametersByPath,
  putParameter,
];
