import { nameOf } from '../journal';
import { act, back, commentOf, type Rule, to, wait } from './phase';

/** STORE: a key value store that takes items. */
export const store: Rule = {
  looks: ['store'],
  budgetMinutes: 30,
  // A create whose answer was lost, seen by a look that is too old.
  patientWith: ['Taken'],
  decide: ({ journal, observed }) => {
    const name = nameOf(journal.siteId);
    if (!observed.store)
      return act(
        { kind: 'createStore', name, comment: commentOf(journal.siteId, undefined) },
        `Creating the key value store ${name}.`,
      );
    const { status, arn } = observed.store;
    if (status === 'READY') return to('STAGING', { storeArn: arn });
    return status === 'FAILED'
      ? back(`CloudFront could not make the key value store ${name}.`, 'GeneralServiceException')
      : wait(`the key value store ${name} to be READY (it is ${status})`, 10);
  },
};
