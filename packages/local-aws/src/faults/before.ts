import type { FaultKind } from './kind';

export const before: FaultKind = {
  kind: 'before',
  sentence: 'Any call is answered with a 5xx, and nothing has happened.',
  settings: { status: 503 },
  instead: ({ settings, latencyMs }) => ({
    kind: 'failure',
    code: 'ServiceUnavailable',
    status: Number(settings.status),
    message: 'Service is unable to handle request.',
    latencyMs,
  }),
};
