import type { ListImportsInput, ListImportsOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { pageAfter } from './paging';
import { exportsOf, importersOf, validationError } from './stacks';

/** The stacks that import an export; one that nobody imports is an error, not an empty list. */
export const listImports: Operation<ListImportsInput, ListImportsOutput> = {
  service: 'cloudformation',
  name: 'ListImports',
  needs: () => [{ action: 'cloudformation:ListImports', resource: '*' }],
  perform: (world, input, caller) => {
    const found = exportsOf(world, caller).find(({ name }) => name === input.ExportName);
    const importers = found ? importersOf(world, found) : [];
    if (importers.length === 0)
      throw validationError(`Export '${input.ExportName}' is not imported by any stack.`);
    const { page, ...more } = pageAfter(importers, (name) => name, input.NextToken);
    return { Imports: [...page], ...more };
  },
};
