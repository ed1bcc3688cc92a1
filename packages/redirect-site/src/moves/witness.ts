import type { Ports as MigrationPorts, ViewerAnswer } from '@cutover/alias-migration';
import type { Instant } from '@cutover/ground';
import { type Answer, prepare, type RuleSet } from '@cutover/redirect-rules';

/** What a migration expects of an answer: the name of no real header, which the witness sets. */
export const MARK = { Name: 'answered-by', Value: 'the rules' };

type Viewer = MigrationPorts['viewer'];

/**
 * A viewer that knows the rules: it marks the answers that they would give. Two sites answer a name with different
 * redirects, and no header of either says which one it was.
 */
export function witnessOf(viewer: Viewer, rules: RuleSet, now: Instant): Viewer {
  const expected = expectations(rules, now);
  return {
    request: async (query) => {
      const wanted = expected(query.host, query.path);
      return (await viewer.request(query)).map((answer) => marked(answer, wanted));
    },
  };
}

/** Where the viewer's country decides, any that the rules name may be the one that CloudFront sees. */
function expectations(rules: RuleSet, now: Instant): (host: string, uri: string) => Answer[] {
  const answerTo = prepare(rules);
  const named = rules.sites.flatMap((site) => site.rules.flatMap(({ match }) => match.country ?? []));
  const countries = [undefined, ...new Set(named)];
  return (host, uri) =>
    countries.map((country) =>
      answerTo({ host, uri, now, ...(country && { headers: { 'cloudfront-viewer-country': country } }) }),
    );
}

function marked(answer: ViewerAnswer, expected: readonly Answer[]): ViewerAnswer {
  if (answer.kind === 'failed') return answer;
  const { location } = answer.headers;
  const isOurs = expected.some((each) => each.status === answer.status && each.location === location);
  // A rule may answer 503 or 403: that is no trouble where it was declared.
  if (isOurs) return { ...answer, status: 200, headers: { ...answer.headers, [MARK.Name]: MARK.Value } };
  const shown = `${answer.status}${location === undefined ? '' : ` ${location}`}`;
  return { ...answer, headers: { ...answer.headers, [MARK.Name]: shown } };
}
