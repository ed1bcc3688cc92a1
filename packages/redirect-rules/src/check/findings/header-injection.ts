import type { Outcome } from '../../model/rule-set';
import { attacksOn } from '../attack';
import { type Check, urlOf } from '../context';

const control = /\p{Cc}/u;
const hostile = ['%0d%0aset-cookie:a=b', '%0a%0a', '\r\nset-cookie:a=b', '%E5%98%8A%E5%98%8D'];

/** Line ends and other control characters in what becomes a header: a second header, or a second answer. */
export const headerInjection: Check = {
  name: 'header-injection',
  severity: 'error',
  *look(context) {
    for (const subject of context.subjects) {
      const written = textsOf(subject.outcome).find(([, text]) => control.test(text));
      if (written !== undefined) {
        yield { subject, says: `${written[0]} has a control character, which ends a header: take it out.` };
        continue;
      }
      const example = attacksOn(context, subject, hostile).find((request) =>
        control.test(context.answer(request).location ?? ''),
      );
      if (example === undefined) continue;
      yield { subject, says: `${urlOf(example)} brings a control character into the location.`, example };
    }
  },
};

/** What becomes header text, with the name by which an author knows it. */
function textsOf({ headers, cacheControl, target, body }: Outcome): [name: string, text: string][] {
  return [
    ...Object.entries(headers).map(([name, value]): [string, string] => [
      `the header ${name}`,
      `${name}${value}`,
    ]),
    ['CacheControl', cacheControl ?? ''],
    ['the target', target?.url ?? ''],
    ['the content type of the body', body?.contentType ?? ''],
  ];
}
