import { createHash } from 'node:crypto';
import { answersOf } from './answers';
import { html, trusted } from './html';
import { sidesOf } from './lanes';
import { outagesOf } from './outages';
import { script } from './page/script';
import { style } from './page/style';
import type { RunRecord } from './record';
import { calls } from './sections/calls';
import { closeUps } from './sections/close-ups';
import { dnsTable } from './sections/dns';
import { failures } from './sections/failures';
import { firstScreen } from './sections/first-screen';
import { hints } from './sections/hints';
import { numbers } from './sections/numbers';
import { origins } from './sections/origins';
import { steps } from './sections/steps';
import { timeline } from './sections/timeline';

/**
 * One run as one page that needs nothing else: no font, image or script from elsewhere. The same record gives the same
 * bytes.
 */
export function reportHtml(run: RunRecord): string {
  const outages = outagesOf(run.requests);
  const sides = sidesOf(run.requests);
  const answers = answersOf(run, outages);
  const measured = run.requests.length > 0;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="cutover">
<title>${run.verdict.passed ? 'PASSED' : 'FAILED'}: ${answers.headline}. ${run.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
${firstScreen(run, answers, sides)}
${measured && timeline(run, outages, sides)}
${measured && closeUps(run, sides)}
${steps(run)}
${failures(run, outages)}
${hints(run)}
${dnsTable(run)}
${origins(run)}
${calls(run)}
${numbers(run)}
</main>
<script>${trusted(script)}</script>
</body>
</html>
`.markup;
}

const sha256 = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Should markup of a stranger ever get through, it loads nothing and runs nothing: only our own two blocks may. */
const policy = `default-src 'none'; style-src ${sha256(style)}; script-src ${sha256(script)}; base-uri 'none'; form-action 'none'`;
