import { answersOf } from './answers';
import { html } from './html';
import { sidesOf } from './lanes';
import { outagesOf } from './outages';
import { pageHtml } from './page/page';
import { script } from './page/script';
import type { RunRecord } from './record';
import { calls } from './sections/calls';
import { closeUps } from './sections/close-ups';
import { dnsTable } from './sections/dns';
import { failures } from './sections/failures';
import { firstScreen } from './sections/first-screen';
import { hints } from './sections/hints';
import { numbers } from './sections/numbers';
import { origins } from './sections/origins';
import { answersByRule } from './sections/rules';
import { steps } from './sections/steps';
import { timeline } from './sections/timeline';

/** One run as one page. The same record gives the same bytes. */
export function reportHtml(run: RunRecord): string {
  const outages = outagesOf(run.requests);
  const sides = sidesOf(run.requests);
  const answers = answersOf(run, outages);
  const measured = run.requests.length > 0;
  const body = html`${firstScreen(run, answers, sides)}
${measured && timeline(run, outages, sides)}
${measured && closeUps(run, sides)}
${answersByRule(run)}
${steps(run)}
${failures(run, outages)}
${hints(run)}
${dnsTable(run)}
${origins(run)}
${calls(run)}
${numbers(run)}`;
  const title = `${run.verdict.passed ? 'PASSED' : 'FAILED'}: ${answers.headline}. ${run.title}`;
  return pageHtml({ title, body, script });
}
