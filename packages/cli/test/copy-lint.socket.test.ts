import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDistribution, readMap, templateText } from '@cutover/distribution-copy';
import { source, taken } from '../../distribution-copy/test/fixtures';

const cfnLint = join(__dirname, '..', '..', '..', '.venv', 'bin', 'cfn-lint');

/** Properties of CloudFront that the pinned cfn-lint's schemas are too old for. */
const newer = ['OriginMtlsConfig', 'ViewerMtlsConfig', 'ConnectionFunctionAssociation', 'OwnerAccountId'];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-lint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('cfn-lint finds nothing in a copy but what is newer than its own schemas', () => {
  const empty = readMap('');
  const first = copyDistribution({ document: source(), map: empty, definitions: taken() });
  if (first.kind === 'template') throw new Error('the fixture refers to something of every kind');
  const map = readMap(empty.asking(first.references).replaceAll(/: ""$/gm, ': there'));
  const copy = copyDistribution({ document: source(), map, definitions: taken() });
  if (copy.kind === 'unmapped') throw new Error('all was mapped');
  const file = join(folder, 'copy.yml');
  writeFileSync(file, templateText(copy.template));
  const findings = JSON.parse(lint(file)) as { Message: string }[];
  const known = findings.filter(({ Message }) => newer.some((name) => Message.includes(`'${name}'`)));
  expect(findings.map(({ Message }) => Message)).toEqual(known.map(({ Message }) => Message));
}, 60_000);

/** cfn-lint exits with the kinds of its findings; its findings are what is looked at. */
function lint(file: string): string {
  try {
    return execFileSync(cfnLint, ['--format', 'json', file], { encoding: 'utf8' });
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return stdout;
  }
}
