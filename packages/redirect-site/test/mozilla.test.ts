import { importRefractr, prepare, writeRules } from '@cutover/redirect-rules';
import { corpusText, isCorpusThere, sayAbsent } from '../../redirect-rules/test/import/corpus';
import { rulesOf } from '../../redirect-rules/test/rules-of';
import { recordedRequests } from '../../redirect-rules/test/support/corpora';
import { askEdge } from '../../redirect-rules/test/support/edge';
import { create } from './support/driver';
import { worldWithZones } from './support/sites';
import { digestOf } from './support/world';

if (!isCorpusThere) sayAbsent();
const describeCorpus = isCorpusThere ? describe : describe.skip;

/** Two rules by a regex that no test of Mozilla's reaches: a site refuses such. */
function withTests(text: string): string {
  const evaluated = prepare(rulesOf(text));
  const tests = [
    ['perf-html.io', '/*'],
    ['phish-report.mozilla.com', '/?hl=es-ES&url=page'],
  ].map(([host, uri]) => {
    const { location } = evaluated({ host: host!, uri: uri!, now: 0 });
    return `- {Url: 'https://${host}${uri}', Expect: '${location}'}`;
  });
  const mark = '\nTests:\n';
  return text.includes(mark)
    ? text.replace(mark, () => `${mark}${tests.join('\n')}\n`)
    : `${text}${mark}${tests.join('\n')}\n`;
}

describeCorpus("Mozilla's production rules, deployed through a site", () => {
  it('answer every recorded request by the published function and the items in its store as evaluate does', async () => {
    const imported = writeRules(importRefractr(corpusText('prod-refractr.yml'), 'prod-refractr.yml').file);
    const text = withTests(imported);
    const world = worldWithZones();
    world.objects.set('rules/mozilla', Buffer.from(text));
    const end = await create(world, {
      RulesSource: { Bucket: 'rules', Key: 'mozilla', Sha256: digestOf(text) },
      HostedZones: [{ Id: 'ZCOM' }],
      TestAtEdge: 'None',
    });
    expect(end).toMatchObject({ kind: 'succeeded' });
    const [published] = world.functions.kept.values();
    const [store] = world.stores.kept.values();
    const requests = recordedRequests();
    const answers = await askEdge({ functionCode: published!.live!.code, items: store!.items }, requests);
    const meant = requests.map(prepare(rulesOf(text))).map(({ rule: _, ...answer }) => answer);
    expect(answers.map(({ reads: _, ...answer }) => answer)).toEqual(meant);
  }, 120_000);
});
