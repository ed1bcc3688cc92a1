import type { ListFunctionsRequest, ListFunctionsResult } from '@aws-sdk/client-cloudfront';
import type { Operation } from '../../operation';
import { needToList } from '../entities/versions';
import { requireWord } from '../entities/words';
import { countedList } from '../listing';
import { functionSummary } from './edge-function';

/** By stage: LIVE lists what has been published. Without one, what is on DEVELOPMENT, which is everything. */
export const listFunctions: Operation<ListFunctionsRequest, ListFunctionsResult> = {
  service: 'cloudfront',
  name: 'ListFunctions',
  needs: needToList('ListFunctions'),
  perform(world, { Stage = 'DEVELOPMENT', ...query }, caller) {
    requireWord('Stage', Stage, ['DEVELOPMENT', 'LIVE']);
    const own = [...world.functions.values()].filter(
      ({ accountId, live }) => accountId === caller.accountId && (Stage === 'DEVELOPMENT' || live),
    );
    return {
      FunctionList: countedList(
        own.map((each) => ({ ...each, id: each.name })),
        query,
        (each) => functionSummary(world, each, Stage),
      ),
    };
  },
};
