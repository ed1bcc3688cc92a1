import type { ProgressEvent, TypePayload, TypeRegistration, TypeSchema, TypeTurn } from '../../src/stack';

/** A small type of the registry with one of each kind of property. */
export const widgetSchema: TypeSchema = {
  $schema: 'https://schema.cloudformation.us-east-1.amazonaws.com/provider.definition.schema.v1.json',
  typeName: 'Test::Widget::Move',
  properties: {
    Id: { type: 'string' },
    Phase: { type: 'string' },
    Target: { $ref: '#/definitions/Target' },
    Aliases: { type: 'array', items: { type: 'string', pattern: '^[a-z.*-]+$' }, minItems: 1 },
    Strategy: { type: 'string', enum: ['AUTO', 'WILDCARD'] },
    Bake: {
      type: 'integer',
      minimum: 0,
      description: 'Minutes of watching after the move. Long ones cost time.',
    },
  },
  definitions: {
    Target: {
      type: 'object',
      properties: { DistributionId: { type: 'string', description: 'The distribution of the stack.' } },
      required: ['DistributionId'],
      additionalProperties: false,
    },
  },
  required: ['Target'],
  additionalProperties: false,
  primaryIdentifier: ['/properties/Id'],
  readOnlyProperties: ['/properties/Id', '/properties/Phase'],
  createOnlyProperties: ['/properties/Strategy'],
  handlers: {
    create: { permissions: ['cloudfront:GetDistribution', 'ssm:PutParameter'], timeoutInMinutes: 60 },
    read: { permissions: ['ssm:GetParameter'] },
    update: { permissions: ['cloudfront:GetDistribution'] },
    delete: { permissions: ['ssm:DeleteParameter'] },
  },
};

export const model = { Id: 'm-1', Phase: 'DONE', Target: { DistributionId: 'E1' } };

export const success = (more: ProgressEvent = {}): TypeTurn => ({
  kind: 'answered',
  event: { status: 'SUCCESS', callbackDelaySeconds: 0, resourceModel: model, ...more },
});
export const inProgress = (more: ProgressEvent = {}): TypeTurn => ({
  kind: 'answered',
  event: {
    status: 'IN_PROGRESS',
    callbackDelaySeconds: 10,
    callbackContext: { turn: 1 },
    resourceModel: model,
    ...more,
  },
});
export const failed = (
  errorCode: string | undefined,
  message: string,
  more: ProgressEvent = {},
): TypeTurn => ({
  kind: 'answered',
  event: { status: 'FAILED', callbackDelaySeconds: 0, errorCode, message, ...more },
});
export const deleted = success({ resourceModel: null });

/** A runtime that answers from a list per action (READ: the model; the last answer stays), and what it was asked. */
export function scripted(script: Partial<Record<TypePayload['action'], TypeTurn[]>>, schema = widgetSchema) {
  const payloads: TypePayload[] = [];
  const left: Partial<Record<TypePayload['action'], TypeTurn[]>> = {
    READ: [success()],
    DELETE: [deleted],
    ...script,
  };
  const registration: TypeRegistration = {
    typeName: schema.typeName,
    schema,
    runtime: {
      invoke: async (payload) => {
        payloads.push(payload);
        const turns = left[payload.action] ?? [];
        const turn = turns.length > 1 ? turns.shift() : turns[0];
        if (!turn) throw new Error(`the script has no answer for ${payload.action}`);
        return turn;
      },
    },
  };
  return { registration, payloads, actions: () => payloads.map(({ action }) => action) };
}

/** A stack of the one resource. */
export const widget = (properties = '{ Target: { DistributionId: E1 } }'): string => `
Resources:
  Move:
    Type: Test::Widget::Move
    Properties: ${properties}
`;
