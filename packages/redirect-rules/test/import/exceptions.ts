import type { RecordedAnswer } from './corpus';

type Stated = Pick<RecordedAnswer, 'host' | 'uri' | 'status'>;

interface Exception {
  readonly reason: string;
  readonly is: (answer: Stated) => boolean;
  readonly example: Pick<RecordedAnswer, 'host' | 'uri'>;
}

/**
 * Answers to Mozilla's production rules that are not nginx's, each with its reason, which the import says too. All other
 * defects of refractr are answered as nginx answers them, and stand in src/import/refractr/defects.ts.
 */
export const exceptions: readonly Exception[] = [
  {
    reason: 'no rule of refractr answers the root of these hosts, so that nginx shows its own welcome page',
    is: ({ host, status }) => /^ftv\.(cdn\.mozilla\.net|prod\.mozaws\.net)\b/i.test(host) && status === 200,
    example: { host: 'ftv.cdn.mozilla.net', uri: '/' },
  },
  {
    reason: 'the regex ^/(.*)$ was meant for every path, and misses one with an encoded line feed',
    is: ({ host, uri, status }) =>
      /^future\.mozilla\.org\b/i.test(host) && status === 404 && /%0A/i.test(uri),
    example: { host: 'future.mozilla.org', uri: '/a%0Ab' },
  },
];
