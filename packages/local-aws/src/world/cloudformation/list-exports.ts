import type { ListExportsInput, ListExportsOutput } from '@aws-sdk/client-cloudformation';
import type { Operation } from '../operation';
import { pageAfter } from './paging';
import { exportsOf } from './stacks';

/** All exports of the account in the region, by name. */
export const listExports: Operation<ListExportsInput, ListExportsOutput> = {
  service: 'cloudformation',
  name: 'ListExports',
  needs: () => [{ action: 'cloudformation:ListExports', resource: '*' }],
  perform: (world, input, caller) => {
    const all = exportsOf(world, caller).toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const { page, ...more } = pageAfter(all, ({ name }) => name, input.NextToken);
    return {
      Exports: page.map(({ name, value, stackId }) => ({
        ExportingStackId: stackId,
        Name: name,
        Value: value,
      })),
      ...more,
    };
  },
};
