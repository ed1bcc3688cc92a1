import { main } from '../src/main';
import { recordingIo, root } from './workbench';

const type = 'AwsCommunity::CloudFront::AliasMigration';
const place = ['--namespace', 'AwsCommunity', '--inbox', 'bucket'];

test.each([
  ['half', [type, 'a'.repeat(64), '1.2.1', ...place, '--publish', 'maybe'], 'Allowed choices are on, off'],
  ['without a number', [type, 'a'.repeat(64), ...place], "missing required argument 'version'"],
])('an old package %s is not published again', async (_what, words, says) => {
  const io = recordingIo(root);
  expect([await main(['republish', ...words], io), io.stderr]).toEqual([2, expect.stringContaining(says)]);
});
