import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedAnswers } from './corpus';
import { sameHeaders } from './forms';
import { isNginxThere, NginxPeer } from './peer';

/** Asks a real nginx what the recording says it answers. With RECORD=1 the recording is written anew. */
const folder = join(__dirname, 'fixtures');
const recording = join(folder, 'forms.answers.jsonl');
const describeNginx = isNginxThere() ? describe : describe.skip;

describeNginx('a real nginx', () => {
  let peer: NginxPeer | undefined;

  beforeAll(async () => {
    peer = await NginxPeer.start(readFileSync(join(folder, 'forms.nginx.conf'), 'utf8'));
  });

  afterAll(() => peer?.stop());

  test('answers every form as the recording says', async () => {
    const recorded = recordedAnswers(readFileSync(recording, 'utf8'));
    const asked = await peer!.askAll(recorded);
    const answers = asked.map((answer) => ({ ...answer, headers: sameHeaders(answer.headers) }));
    if (process.env.RECORD === '1')
      writeFileSync(recording, `${answers.map((one) => JSON.stringify(one)).join('\n')}\n`);
    expect(answers).toEqual(recorded);
  });
});
