import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importNginx, prepare, readRules, writeRules } from '../../src';
import { recordedAnswers } from './corpus';
import { changedOnPurpose, sameHeaders } from './forms';

const folder = join(__dirname, 'fixtures');
const recorded = recordedAnswers(readFileSync(join(folder, 'forms.answers.jsonl'), 'utf8'));
const { file, report } = importNginx(
  readFileSync(join(folder, 'forms.nginx.conf'), 'utf8'),
  'forms.nginx.conf',
);
const { rules, problems } = readRules(writeRules(file), 'rules.yml');
const answer = prepare(rules!);

describe('every form of nginx', () => {
  test('is imported', () => {
    expect([report.refused, problems]).toEqual([[], []]);
  });

  test.each(recorded.map((one) => [one.host, one.uri, one] as const))(
    '%s%s is answered as by nginx',
    (host, uri, one) => {
      const { status, location, headers } = answer({ host, uri, now: 0 });
      const ours = { status, location: location ?? '', headers: sameHeaders(headers) };
      const theirs = { status: one.status, location: one.location, headers: one.headers };
      const reason = changedOnPurpose(host, uri);
      if (reason === undefined) expect(ours).toEqual(theirs);
      else expect({ reason, ...ours }).not.toEqual({ reason, ...theirs });
    },
  );
});
