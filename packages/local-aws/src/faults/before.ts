import type { FaultKind } from './kind';

export const before: FaultKind = {
  kind: 'before',
  means: 'a 5xx, and nothing happened',
  settings: { status: 503 },
  instead: ({ settings, latencyMs }) => ({
    kind: 'failure',
    code: 'ServiceUnavailable',
    status: Number(settings.status),
    message: 'Service is unable to handle request.',
    latencyMs,
  }),
};
