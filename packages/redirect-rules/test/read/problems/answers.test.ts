import { problemsOf, type Row, rule, to } from './said';

describe('a mistake in an answer is said with its place and what to write instead:', () => {
  test.each<Row>([
    [
      'nothing',
      rule('Match: /a'),
      '4:5 Nothing says what is answered. -> Add To: https://www.example.com/, or Status: 410.',
    ],
    [
      'a redirect to nowhere',
      rule('Status: 302'),
      '4:13 Status 302 leads nowhere. -> Add To: https://www.example.com/.',
    ],
    [
      'a target and an end',
      rule('Status: 410', to),
      '4:13 Status 410 is no redirect, and there is a target. -> Write 301, 302, 303, 307 or 308, or remove To.',
    ],
    [
      'a page without its text',
      rule('Status: 200'),
      '4:13 Status 200 shows a page, and there is none. -> Add Body.',
    ],
    ['a redirect with a text', rule(to, 'Body: x'), '5:5 A redirect has no Body. -> Remove Body.'],
    [
      'a query to keep without a target',
      rule('Status: 410', 'Query: Keep'),
      '5:5 Query is for answers with a target. -> Remove Query, or add To.',
    ],
    [
      'a header that CloudFront refuses',
      rule(to, 'Headers: {X-Amzn-Trace: x}'),
      '5:15 CloudFront refuses an answer with the header X-Amzn-Trace. -> Remove it.',
    ],
    [
      'a header with a line end',
      rule(to, 'Headers: {X-A: "a\\r\\nb"}'),
      '5:20 A header value has a line end. -> Write it on one line.',
    ],
    [
      'a header name with a blank',
      rule(to, 'Headers: {X A: b}'),
      '5:15 X A is no header name. -> Write letters, digits and hyphens.',
    ],
    [
      'HSTS as a header',
      rule(to, 'Headers: {Strict-Transport-Security: max-age=1}'),
      '5:15 Strict-Transport-Security cannot stand among the headers. -> Write Hsts: {MaxAge: 31536000, IncludeSubDomains: true}.',
    ],
    [
      'a header twice',
      rule(to, 'Headers: {X-A: b, x-a: c}'),
      '5:23 x-a stands here twice, as names are read without case. -> Keep one.',
    ],
    [
      'a header removed that is not there',
      rule(to, 'RemoveHeaders: [X-A]'),
      '5:21 The defaults have no header X-A. -> The defaults have no headers.',
    ],
    [
      'no day of the calendar',
      rule(to, 'Expires: 2026-02-30'),
      '5:14 2026-02-30 is no day of the calendar. -> Write 2026-05-01, or 2026-05-01T09:00:00Z, or 2026-05-01T09:00:00+02:00.',
    ],
    [
      'a time without a zone',
      rule(to, 'Expires: 2026-02-03 10:00'),
      '5:14 2026-02-03 10:00 is no date. -> Say the zone: 2026-02-03T10:00Z.',
    ],
    [
      'an end before the beginning',
      rule(to, 'NotBefore: 2026-05-01', 'Expires: 2026-04-01'),
      '6:14 The rule expires before it begins. -> Make Expires later than NotBefore.',
    ],
    [
      'a default that is wrong, once for all sites',
      'Defaults: {Unmatched: {Status: 301}}\nSites:\n- Hosts: [a.org]\n- Hosts: [b.org]',
      '1:32 Status 301 leads nowhere. -> Add To: https://www.example.com/.',
    ],
    [
      'an unmatched target with a capture',
      'Sites:\n- Hosts: [a.org]\n  Unmatched: {To: https://b.org/$1}',
      '3:19 The target names $1, which nothing captures. -> Nothing is captured here; write "$$" for a dollar sign.',
    ],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
});
