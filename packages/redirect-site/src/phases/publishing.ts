import { codeOf } from '../items/content';
import { nameOf } from '../journal';
import { act, back, type Rule, spreading, to } from './phase';

/** PUBLISHING: the flip. Edges that have the new function but not yet a new record answer by the live generation. */
export const publishing: Rule = {
  looks: ['function'],
  budgetMinutes: 60,
  decide: (scene) => {
    const {
      journal,
      observed: { development, live },
    } = scene;
    const { next } = journal;
    if (!next) return back('The generation to publish is unknown.', 'InternalFailure');
    const code = codeOf(next.number);
    if (live?.code === code) {
      const former = journal.live && journal.live.number !== next.number ? journal.live : undefined;
      return to('DISTRIBUTION', {
        live: next,
        former,
        next: undefined,
        doubt: undefined,
        functionArn: live.arn,
      });
    }
    if (development?.code !== code) return to('DEVELOPMENT');
    const early = spreading(scene);
    if (early) return early;
    return act(
      { kind: 'publishFunction', name: nameOf(journal.siteId), etag: development.etag },
      `Publishing generation ${next.number}.`,
    );
  },
};
