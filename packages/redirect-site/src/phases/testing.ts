import { nameOf } from '../journal';
import { act, back, draftOf, type Rule, spreading, to } from './phase';

/** A test that fails is asked again: the items may not have come to where CloudFront tests. */
const TIMES_TO_BELIEVE = 5;

/** TESTING: CloudFront itself runs the very code on the very store, before anybody sees it. */
export const testing: Rule = {
  looks: ['function', 'edgeTests'],
  budgetMinutes: 120,
  decide: (scene) => {
    const { journal, observed } = scene;
    const { edgeTests, development } = observed;
    if (!edgeTests) return back('RulesSource: the object is not what was checked. Name a version of it.');
    if (!development || development.code !== draftOf(journal, '').code) return to('DEVELOPMENT');
    const { passed = 0, failed, maxUtilization } = journal.testing ?? {};
    const left = edgeTests.slice(passed);
    if (left.length === 0)
      return to('CERTIFICATE', {
        next: journal.next && {
          ...journal.next,
          maxUtilization,
          testsPassed: journal.next.testsPassed + passed,
        },
      });
    if (failed && failed.times >= TIMES_TO_BELIEVE) return back(failed.says);
    const early = failed && spreading(scene);
    if (early) return early;
    return act(
      { kind: 'testFunction', name: nameOf(journal.siteId), etag: development.etag, tests: left },
      `Testing generation ${journal.next?.number} at the edge: ${passed} of ${edgeTests.length} passed.`,
      { delaySeconds: failed ? 10 : 1 },
    );
  },
};
