import type { FaultKind } from './kind';

const speaksJson = new Set(['acm', 'ssm']);

/** CloudFront's control plane publishes no rates; "Rate exceeded" is what people report. */
export const throttled: FaultKind = {
  kind: 'throttled',
  sentence: 'Any call is refused before it has any effect: 400 Throttling, Rate exceeded.',
  settings: {},
  instead: ({ request, latencyMs }) => ({
    kind: 'failure',
    code: speaksJson.has(request.service) ? 'ThrottlingException' : 'Throttling',
    status: 400,
    message: 'Rate exceeded',
    latencyMs,
  }),
};
