import {
  type Answer,
  check,
  generatedTests,
  type Imported,
  importNginx,
  importRefractr,
  prepare,
  type Request,
  type RuleSet,
  readRules,
  runTest,
  writeRules,
} from '../../src';
import { hostsOf } from '../../src/run/run-tests';
import { corpusText, isCorpusThere, type RecordedAnswer, recordedAnswers, sayAbsent } from './corpus';
import { exceptions } from './exceptions';

const now = Date.UTC(2026, 0, 1);
const asked = ({ host, uri }: RecordedAnswer): Request => ({ host, uri, now });
const compared = ({ status, location, headers }: Answer | RecordedAnswer) => ({
  status,
  location: location ?? '',
  hsts: headers['strict-transport-security'] ?? '',
});

function rulesOf({ file }: Imported): RuleSet {
  const { rules, problems } = readRules(writeRules(file), 'rules.yml');
  expect(problems).toEqual([]);
  if (rules === undefined) throw new Error('no rules');
  return rules;
}

if (!isCorpusThere) sayAbsent();
const describeCorpus = isCorpusThere ? describe : describe.skip;

describeCorpus.each([
  ['refractr', 'prod-refractr.yml', importRefractr],
  ['nginx', 'prod-refractr.nginx.conf', importNginx],
] as const)("Mozilla's production rules, imported from %s", (_, name, importText) => {
  const imported = isCorpusThere ? importText(corpusText(name), name) : undefined;
  let read: RuleSet | undefined;
  const rules = (): RuleSet => {
    read ??= rulesOf(imported!);
    return read;
  };

  test('come without a refusal, and each of the 186 servers is in the report', () => {
    expect(imported!.report.refused).toEqual([]);
    expect(rules().sites).toHaveLength(186);
    expect(rules().sites.flatMap(({ hosts }) => hosts)).toHaveLength(407);
  });

  test('have no regex that a request could keep busy, and no loop', () => {
    const findings = check(rules(), { now });
    const bad = ['hanging-regex', 'loop', 'duplicate-host'];
    expect(findings.filter(({ name }) => bad.includes(name)).map(({ says }) => says)).toEqual([]);
  });

  test('say in their report what is answered otherwise', () => {
    const said = imported!.report.changed.map(({ what, why }) => `${what}: ${why}`).join('\n');
    expect(said).toContain('ftv.cdn.mozilla.net: nothing answers the root');
    expect(said).toContain('https://newproducts.mozilla.org/: the dot of the regex takes no line feed');
  });

  test('answer as nginx did, but for what is listed with a reason', () => {
    const answer = prepare(rules());
    const others = recordedAnswers(corpusText('refractr-answers.jsonl'))
      .filter((recorded) => !exceptions.some(({ is }) => is(recorded)))
      .map((recorded) => ({ recorded, ours: answer(asked(recorded)) }))
      .filter(({ recorded, ours }) => JSON.stringify(compared(recorded)) !== JSON.stringify(compared(ours)));
    expect(others).toEqual([]);
  });

  test("pass all 634 of refractr's declared and generated tests, hop by hop", () => {
    const ours = rules();
    const asGenerated = { ...importRefractr(corpusText('prod-refractr.yml'), 'refractr').file };
    const declared = asGenerated.Sites.flatMap((site) => site.Tests ?? []);
    const tests = [...declared, ...generatedTests(corpusText('prod-refractr.yml'))].map(
      ({ Url, Expect }) => ({
        url: Url,
        headers: {},
        expect: { ...(typeof Expect === 'string' ? { location: Expect } : {}), headers: {} },
        at: { file: name, line: 1, column: 1 },
      }),
    );
    expect(tests).toHaveLength(634);
    const answer = prepare(ours);
    const results = tests.map((one) => runTest(one, answer, hostsOf(ours), now));
    expect(results.filter(({ verdict }) => verdict !== 'MATCHED')).toEqual([]);
  });
});

describeCorpus('what is kept of the YAML', () => {
  const { file } = isCorpusThere
    ? importRefractr(corpusText('prod-refractr.yml'), 'prod-refractr.yml')
    : { file: { Sites: [] } };
  const text = isCorpusThere ? writeRules(file) : '';

  test('every comment', () => {
    const comments = [...corpusText('prod-refractr.yml').matchAll(/^\s*#+ ?(.*)$/gm)].map(([, words]) =>
      words!.trim(),
    );
    const kept = text
      .split('\n')
      .filter((line) => line.trim().startsWith('#'))
      .join('\n');
    expect(comments.filter((comment) => !kept.includes(comment))).toEqual([]);
  });

  test('all 97 declared tests', () => {
    const { rules } = readRules(text, 'rules.yml');
    expect(rules?.sites.flatMap(({ tests }) => tests)).toHaveLength(97);
  });

  test('at most half as many lines more than refractr needs', () => {
    const lines = corpusText('prod-refractr.yml').trim().split('\n').length;
    expect(text.split('\n').length).toBeLessThan(lines * 1.5);
  });
});
