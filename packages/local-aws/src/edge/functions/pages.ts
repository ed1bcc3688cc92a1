import type { Page } from '../pages';

/** What a viewer sees of a function that throws, does not compile or takes too long. */
export const notRun: Page = {
  status: 503,
  reason:
    'The CloudFront function associated with the CloudFront distribution is invalid or could not run. We' +
    " can't connect to the server for this app or website at this time. There might be too much traffic or a" +
    ' configuration error.',
};

/** What a viewer sees of a function whose result CloudFront cannot use. */
export const invalidValue = (because: readonly string[]): Page => ({
  status: 502,
  reason: `The CloudFront function returned an invalid value: ${because.join('; ')}.`,
});
