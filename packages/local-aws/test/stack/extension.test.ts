import { createStack, deleteStack, firstFailure, updateStack } from '../../src/stack';
import {
  deleted,
  failed,
  inProgress,
  model,
  scripted,
  success,
  widget,
  widgetSchema,
} from './extension-type';
import { account, lines, place, refusalOf, region, request } from './support';

type Script = Parameters<typeof scripted>[0];

async function deploy(script: Script, template = widget()) {
  const type = scripted(script);
  const here = place({ types: [type.registration] });
  const began = here.timeline.now();
  const stack = await here.finish((cloudFormation) => createStack(cloudFormation, request(template)));
  return { ...type, here, stack, seconds: Math.round((here.timeline.now() - began) / 1000) };
}

describe('what a handler is sent', () => {
  test('the payload is the one of production, nothing more', async () => {
    const { payloads, here } = await deploy({ CREATE: [success()] });
    const [session] = here.world.sessions.values();
    expect(payloads[0]).toEqual({
      requestData: {
        callerCredentials: {
          accessKeyId: session?.accessKeyId,
          secretAccessKey: expect.any(String),
          sessionToken: expect.any(String),
        },
        resourceProperties: { Target: { DistributionId: 'E1' } },
        previousResourceProperties: null,
        logicalResourceId: 'Move',
        typeConfiguration: null,
      },
      region,
      awsAccountId: account,
      action: 'CREATE',
      callbackContext: null,
      bearerToken: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
      resourceType: 'Test::Widget::Move',
    });
  });

  test("the credentials are the type's role's, which may do what its handlers declare and nothing else", async () => {
    const { here } = await deploy({ CREATE: [success()] });
    const [session] = here.world.sessions.values();
    const role = here.world.roles.get(session!.roleArn!);
    expect(role).toMatchObject({ accountId: account, name: 'cutover-type-role-test-widget-move' });
    expect(role?.policies.flatMap(({ Statement }) => Statement)).toEqual([
      {
        Effect: 'Allow',
        Action: ['cloudfront:GetDistribution', 'ssm:DeleteParameter', 'ssm:GetParameter', 'ssm:PutParameter'],
        Resource: '*',
      },
    ]);
  });

  test('a callback brings the context and the model of the last answer, after the delay that it asked for', async () => {
    const { payloads, seconds } = await deploy({
      CREATE: [inProgress({ callbackDelaySeconds: 90 }), success()],
    });
    expect(payloads[1]).toMatchObject({ action: 'CREATE', callbackContext: { turn: 1 } });
    expect(payloads[1]?.requestData.resourceProperties).toEqual(model);
    expect(payloads[1]?.bearerToken).toBe(payloads[0]?.bearerToken);
    expect(seconds).toBe(90);
  });

  test('READ after CREATE gets the identifier alone', async () => {
    const { payloads } = await deploy({ CREATE: [success()] });
    expect(payloads[1]).toMatchObject({ action: 'READ', requestData: { resourceProperties: { Id: 'm-1' } } });
    expect(payloads[1]?.requestData.resourceProperties).toEqual({ Id: 'm-1' });
  });

  test('a number stays a number and text stays text', async () => {
    const { payloads } = await deploy(
      { CREATE: [success()] },
      widget("{ Target: { DistributionId: E1 }, Bake: '5' }"),
    );
    expect(payloads[0]?.requestData.resourceProperties.Bake).toBe('5');
  });
});

describe('a process that dies is begun again with the very same payload', () => {
  test('killed, any number of times', async () => {
    const killed = Array.from({ length: 7 }, () => ({ kind: 'killed' }) as const);
    const { stack, payloads } = await deploy({ CREATE: [inProgress(), ...killed, success()] });
    expect(stack.status).toBe('CREATE_COMPLETE');
    expect(new Set(payloads.slice(1, 9).map((payload) => JSON.stringify(payload))).size).toBe(1);
  });

  test('crashed, three times', async () => {
    const crashed = { kind: 'crashed', stderr: 'boom' } as const;
    const { stack } = await deploy({ CREATE: [crashed, crashed, crashed, success()] });
    expect(stack.status).toBe('CREATE_COMPLETE');
  });

  test('a fourth crash fails the resource, with the last line of its stderr', async () => {
    const { stack, actions } = await deploy({
      CREATE: [{ kind: 'crashed', stderr: 'at x\nTypeError: boom\n' }],
    });
    expect(firstFailure(stack)?.reason).toContain('CREATE handler crashed 4 times: TypeError: boom');
    expect(actions()).toEqual(['CREATE', 'CREATE', 'CREATE', 'CREATE']);
  });

  test('the time that a turn took passes', async () => {
    const { seconds } = await deploy({ CREATE: [{ ...inProgress(), tookMs: 7000 }, success()] });
    expect(seconds).toBe(17);
  });
});

describe('an answer against the contract fails the resource', () => {
  const noId = { resourceModel: { Target: { DistributionId: 'E1' } } };
  test.each<[string, Script, string]>([
    [
      'IN_PROGRESS without the identifier',
      { CREATE: [inProgress(noId)] },
      'CREATE handler broke the contract: IN_PROGRESS without /properties/Id',
    ],
    [
      'IN_PROGRESS with another identifier',
      { CREATE: [inProgress(), inProgress({ resourceModel: { Id: 'm-2' } })] },
      'the primary identifier changed from m-1 to m-2',
    ],
    [
      'SUCCESS with another identifier',
      { CREATE: [inProgress(), success({ resourceModel: { Id: 'm-2' } })] },
      'the primary identifier changed from m-1 to m-2',
    ],
    ['SUCCESS without the identifier', { CREATE: [success(noId)] }, 'SUCCESS without /properties/Id'],
    [
      'SUCCESS with a delay',
      { CREATE: [success({ callbackDelaySeconds: 5 })] },
      'SUCCESS with callbackDelaySeconds 5, which must be 0',
    ],
    ['FAILED without an error code', { CREATE: [failed(undefined, 'no')] }, 'FAILED without an errorCode'],
    ['READ in progress', { CREATE: [success()], READ: [inProgress()] }, 'READ must not answer IN_PROGRESS'],
    ['no status', { CREATE: [{ kind: 'answered', event: {} }] }, 'an answer with the status null'],
  ])('%s', async (_what, script, reason) => {
    const { stack } = await deploy(script);
    expect(firstFailure(stack)?.reason).toContain(reason);
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
  });
});

describe('a create that fails unwinds', () => {
  test('the half-made resource is deleted, with the model that it came to', async () => {
    const half = { ...model, Phase: 'FLIPPED' };
    const { stack, payloads, actions } = await deploy({
      CREATE: [inProgress({ resourceModel: half }), failed('NotStabilized', 'the target answers 500')],
    });
    expect(lines(stack.events)).toEqual([
      'site CREATE_IN_PROGRESS',
      'Move CREATE_IN_PROGRESS',
      'Move CREATE_FAILED',
      'site ROLLBACK_IN_PROGRESS',
      'Move DELETE_IN_PROGRESS',
      'Move DELETE_COMPLETE',
      'site ROLLBACK_COMPLETE',
    ]);
    expect(firstFailure(stack)?.reason).toMatch(
      /^Resource handler returned message: "the target answers 500" \(RequestToken: [0-9a-f-]{36}, HandlerErrorCode: NotStabilized\)$/,
    );
    expect(stack.events[3]?.reason).toBe(
      'The following resource(s) failed to create: [Move]. Rollback requested by user.',
    );
    expect(actions()).toEqual(['CREATE', 'CREATE', 'DELETE']);
    expect(payloads[2]?.requestData.resourceProperties).toEqual(half);
  });

  test('one that never had an identifier is not deleted', async () => {
    const { stack, actions } = await deploy({ CREATE: [failed('InvalidRequest', 'no')] });
    expect(actions()).toEqual(['CREATE']);
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
  });

  test('NotFound of DELETE is as good as deleted', async () => {
    const { stack } = await deploy({
      CREATE: [inProgress(), failed('InternalFailure', 'x')],
      DELETE: [failed('NotFound', 'gone')],
    });
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
  });

  test('a DELETE that fails ends the rollback as failed', async () => {
    const { stack } = await deploy({
      CREATE: [inProgress(), failed('InternalFailure', 'x')],
      DELETE: [failed('AccessDenied', 'no')],
    });
    expect(stack.status).toBe('ROLLBACK_FAILED');
    expect(stack.statusReason).toBe('The following resource(s) failed to delete: [Move].');
  });

  test('the timeout of the handler ends the waiting', async () => {
    const { stack, seconds } = await deploy({ CREATE: [inProgress({ callbackDelaySeconds: 600 })] });
    expect(firstFailure(stack)?.reason).toContain('Exceeded attempts to wait');
    expect(seconds).toBe(60 * 60);
  });
});

describe('outputs, updates and deletion', () => {
  const withOutputs = `${widget()}Outputs: { Phase: { Value: !GetAtt Move.Phase }, Id: { Value: !Ref Move } }`;

  test('GetAtt gives what READ answered, Ref the identifier', async () => {
    const { stack } = await deploy(
      { CREATE: [success({ resourceModel: { Id: 'm-1', Phase: 'NEW' } })] },
      withOutputs,
    );
    expect(stack.outputs).toEqual({ Phase: 'DONE', Id: 'm-1' });
  });

  test('an attribute that READ left out fails the stack that asks for it', async () => {
    const { stack } = await deploy(
      { CREATE: [success()], READ: [success({ resourceModel: { Id: 'm-1' } })] },
      withOutputs,
    );
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    expect(stack.events.map(({ reason }) => reason)).toContain(
      'Move gave no value for Phase Rollback requested by user.',
    );
  });

  test('UPDATE gets the new properties, the read-only ones, and what was before', async () => {
    const { here, payloads } = await deploy({ CREATE: [success()], UPDATE: [success()] });
    const next = request(widget('{ Target: { DistributionId: E2 } }'));
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, next));
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(payloads[2]).toMatchObject({ action: 'UPDATE' });
    expect(payloads[2]?.requestData.resourceProperties).toEqual({
      ...model,
      Target: { DistributionId: 'E2' },
    });
    expect(payloads[2]?.requestData.previousResourceProperties).toEqual(model);
  });

  test('an UPDATE that fails is followed by one back to the old properties', async () => {
    const { here, payloads } = await deploy({
      CREATE: [success()],
      UPDATE: [failed('InvalidRequest', 'no'), success()],
    });
    const next = request(widget('{ Target: { DistributionId: E2 } }'));
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, next));
    expect(stack.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(payloads.at(-2)?.requestData.resourceProperties).toEqual(model);
    expect(payloads.at(-2)?.requestData.previousResourceProperties).toEqual({
      ...model,
      Target: { DistributionId: 'E2' },
    });
    expect(stack.resources.get('Move')?.properties).toEqual({ Target: { DistributionId: 'E1' } });
  });

  test('another create-only property makes a new resource, and DELETE gets the old one', async () => {
    const newModel = { ...model, Id: 'm-2' };
    const { here, payloads } = await deploy({
      CREATE: [success(), success({ resourceModel: newModel })],
      READ: [success(), success({ resourceModel: newModel })],
    });
    const next = request(widget('{ Target: { DistributionId: E1 }, Strategy: AUTO }'));
    const stack = await here.finish((cloudFormation) => updateStack(cloudFormation, next));
    expect(stack.status).toBe('UPDATE_COMPLETE');
    expect(stack.resources.get('Move')?.made?.physicalId).toBe('m-2');
    expect(payloads.slice(2).map(({ action }) => action)).toEqual(['CREATE', 'READ', 'DELETE']);
    expect(payloads.at(-1)?.requestData.resourceProperties).toEqual(model);
  });

  test('DELETE in several turns', async () => {
    const { here, actions } = await deploy({ CREATE: [success()], DELETE: [inProgress(), deleted] });
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(stack.status).toBe('DELETE_COMPLETE');
    expect(actions()).toEqual(['CREATE', 'READ', 'DELETE', 'DELETE']);
  });

  test('DELETE that answers a model with SUCCESS breaks the contract', async () => {
    const { here } = await deploy({ CREATE: [success()], DELETE: [success()] });
    const stack = await here.finish((cloudFormation) => deleteStack(cloudFormation, request('')));
    expect(stack.status).toBe('DELETE_FAILED');
  });
});

test('properties against the schema are refused before the first call', async () => {
  const type = scripted({}, widgetSchema);
  const here = place({ types: [type.registration] });
  expect(
    await refusalOf(() => createStack(here, request(widget('{ Traget: { DistributionId: E1 } }')))),
  ).toContain('site.yml:5: Resources.Move.Properties: Target is missing; write it (and 1 more)');
  expect([here.requests, type.payloads]).toEqual([[], []]);
});
