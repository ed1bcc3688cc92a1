import { execFileSync } from 'node:child_process';
import { exportLines } from '../src/local/environment';

// A shell is the only judge of shell text.
test.each([
  ['with quotes', 'eval "$(echo "$LINES_TO_EVAL")"'],
  ['without quotes, which joins the lines', 'eval $(echo "$LINES_TO_EVAL")'],
])('the lines may be evaluated %s', (_, evaluate) => {
  const LINES_TO_EVAL = exportLines({
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
    NODE_EXTRA_CA_CERTS: "/tmp/it's here/ca.pem",
  });
  const script = `${evaluate}; printf '%s|%s|%s' "$AWS_ENDPOINT_URL" "$NODE_EXTRA_CA_CERTS" "$AWS_PROFILE"`;
  const env = { PATH: process.env.PATH, LINES_TO_EVAL, AWS_PROFILE: 'production' };
  expect(execFileSync('sh', ['-c', script], { env }).toString()).toBe(
    "http://127.0.0.1:4566|/tmp/it's here/ca.pem|",
  );
});
