import { type RunRecord, reportHtml } from '../src';
import { mostFailures } from '../src/sections/failures';
import { anOutage, aRun, aSite, asked, inOrder } from './runs';

const sections = [
  'timeline',
  'moments',
  'rules',
  'steps',
  'failures',
  'hints',
  'dns',
  'origins',
  'calls',
  'numbers',
];
const sectionsIn = (page: string): string[] => sections.filter((id) => page.includes(`<section id="${id}"`));

describe('the page', () => {
  it('is the same for the same record', () => {
    expect(reportHtml(anOutage())).toBe(reportHtml(anOutage()));
  });

  it('refers to nothing outside of itself', () => {
    const page = reportHtml(anOutage());
    expect(page).not.toMatch(/\b(src|href|action|data|poster)\s*=\s*"(?!#)/i);
    expect(page).not.toMatch(/url\((?!#)|@import|<link|<iframe|<img/i);
    expect(page).toContain('content="default-src &#39;none&#39;;');
  });

  it('has a section for whatever the record has, and for nothing else', () => {
    expect(sectionsIn(reportHtml(anOutage()))).toEqual(
      sections.filter((id) => !['hints', 'rules'].includes(id)),
    );
    expect(sectionsIn(reportHtml(aSite()))).toContain('rules');
    const { title, clock, durationSeconds, verdict, figures, requests, finalSide } = aRun();
    const bare: RunRecord = { title, clock, durationSeconds, verdict, figures, requests, finalSide };
    expect(sectionsIn(reportHtml(bare))).toEqual(['timeline', 'numbers']);
    expect(reportHtml(bare)).not.toContain('way back');
  });

  it('is made even where no request was', () => {
    const page = reportHtml(aRun({ requests: [], finalSide: {} }));
    expect(sectionsIn(page)).not.toContain('timeline');
  });

  it('shows failed requests one by one up to a number that it states', () => {
    const many = inOrder(
      asked({ from: 0, to: 200, error: '403: the edge refuses the name' }),
      asked({ from: 200, to: 202, side: 'source' }),
    );
    const page = reportHtml(anOutage({ requests: many }));
    expect(page).toContain(`The first ${mostFailures} of 400 failed requests`);
    expect(page.match(/<td class="words">403: the edge refuses the name<\/td><\/tr>/g)).toHaveLength(
      mostFailures + 1,
    );
  });

  it('shows every call with the ETag that it was made on and the one that it got', () => {
    const page = reportHtml(aRun());
    expect(page.match(/<tr class="[^"]*"><td class="time">/g)).toHaveLength(3);
    expect(page).toContain('EOLD → ENEW');
    expect(page).toContain('EOLD → none');
    expect(page).toContain('fault cloudfront.UpdateDistribution.before');
  });

  it('says the way back once where it stays the same from step to step', () => {
    const page = reportHtml(aRun());
    expect(page.match(/One update adds a\.example\.com to E1111111SOURCE again\.<\/p>/g)).toHaveLength(1);
    expect(page).toContain('As before.');
  });

  it('shows when a rule came in the place of another, and that edges did so one by one', () => {
    const page = reportHtml(aSite());
    const rows = [...page.matchAll(/<tr><td class="words">go\.example\.com<\/td>(.*?)<\/tr>/gs)].map(
      ([, row = '']) =>
        row
          .replace(/<br>/g, ' | ')
          .replace(/<[^>]+>/g, ' ')
          .replace(/ +/g, ' ')
          .trim(),
    );
    expect(rows).toEqual([
      '00:00 00:02 campaign, generation 1 : 8 requests, 302 https://www.example.com/summer',
      '00:02 00:03 campaign, generation 1 : 2 requests, 302 https://www.example.com/summer | campaign, generation 2 : 2 requests, 302 https://www.example.com/autumn',
      '00:03 00:06 campaign, generation 2 : 8 requests, 302 https://www.example.com/autumn',
    ]);
    expect(page).toContain('00:02 to 00:03: 2 of 4 requests by campaign, generation 2');
    expect(page).toContain('shop.example.com: unmatched');
    expect(page).toContain('generations 1 and 2; 24 requests from 00:00 to 00:05');
    expect(page).toContain('other.example.com: no rule');
  });

  it('says what has to be deployed next', () => {
    const hint = {
      stack: 'alias-migration',
      logicalId: 'Move',
      warnings: ['E2222222TARGET: deploy it with ReconcileTarget.'],
      reconcileSource: 'Aliases: []',
      reconcileTarget: 'Aliases: [a.example.com]',
    };
    const page = reportHtml(aRun({ hints: [hint] }));
    expect(page).toContain('<pre>Aliases: [a.example.com]</pre>');
    expect(page).toContain(hint.warnings[0]);
  });
});

/** Every text of a record replaced by one that tries to get out of where it is put. */
function hostile(value: unknown, attack: string, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => hostile(each, attack));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        key === 'finalSide' || key === 'input' ? `${attack}${name}` : name,
        hostile(each, attack, name),
      ]),
    );
  return typeof value === 'string' && key !== 'clock' ? `${attack}${value}` : value;
}

describe('texts of strangers', () => {
  test.each([
    ['a script', '<script>window.hacked=1</script>'],
    ['the end of an attribute', `"><img src=x onerror=window.hacked=1>`],
    ['the end of a style', '</style></title></svg></pre></code><svg onload=window.hacked=1>'],
    ['a comment', '<!--'],
  ])('do not get out of their place: %s', (_, attack) => {
    const page = reportHtml(hostile(anOutage(), attack) as RunRecord);
    expect(page).not.toContain(attack);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page.match(/<style/g)).toHaveLength(1);
    expect(page.match(/<!/g)).toHaveLength(1);
    expect(page.replace(/="[^"]*"/g, '')).not.toMatch(/<[a-z]+[^>]*\son[a-z]+=/i);
  });
});
