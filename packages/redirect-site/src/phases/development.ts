import { act, back, draftOf, type Rule, to } from './phase';

/** DEVELOPMENT: the function of the next generation, in the stage that no viewer meets. */
export const development: Rule = {
  looks: ['function'],
  budgetMinutes: 30,
  patientWith: ['Taken'],
  decide: ({ journal, observed }) => {
    if (journal.storeArn === undefined) return back('The key value store is gone.', 'ResourceConflict');
    const draft = draftOf(journal, journal.storeArn);
    const there = observed.development;
    if (!there) return act({ kind: 'createFunction', draft }, `Creating the function ${draft.name}.`);
    if (there.code === draft.code && there.storeArn === draft.storeArn && there.comment === draft.comment)
      return to('TESTING');
    return act(
      { kind: 'updateFunction', draft, etag: there.etag },
      `Putting generation ${journal.next?.number} into DEVELOPMENT.`,
    );
  },
};
