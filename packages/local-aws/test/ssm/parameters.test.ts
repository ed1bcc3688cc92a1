import type { PutParameterRequest } from '@aws-sdk/client-ssm';
import { deleteParameter } from '../../src/world/ssm/delete-parameter';
import { deleteParameters } from '../../src/world/ssm/delete-parameters';
import { getParameter } from '../../src/world/ssm/get-parameter';
import { getParameters } from '../../src/world/ssm/get-parameters';
import { getParametersByPath } from '../../src/world/ssm/get-parameters-by-path';
import { putParameter } from '../../src/world/ssm/put-parameter';
import { administrator, bareWorld, startedAt } from '../support/bare-world';
import { refusal } from '../support/refusal';

const put = (world = bareWorld(), input: Partial<PutParameterRequest> = {}, caller = administrator()) =>
  putParameter.perform(world, { Name: '/cutover/a', Value: 'x', Type: 'String', ...input }, caller);

describe('PutParameter', () => {
  test('counts versions, and keeps type and tier of what it writes over', () => {
    const world = bareWorld();
    expect(put(world, { Tier: 'Advanced' })).toEqual({ Version: 1, Tier: 'Advanced' });
    expect(put(world, { Overwrite: true, Type: undefined, Value: 'y' })).toEqual({
      Version: 2,
      Tier: 'Advanced',
    });
    expect(getParameter.perform(world, { Name: '/cutover/a' }, administrator()).Parameter).toEqual({
      Name: '/cutover/a',
      Type: 'String',
      Value: 'y',
      Version: 2,
      LastModifiedDate: new Date(startedAt),
      ARN: 'arn:aws:ssm:us-east-1:111111111111:parameter/cutover/a',
      DataType: 'text',
    });
  });

  test('takes a name once unless told to overwrite', () => {
    const world = bareWorld();
    put(world);
    expect(refusal(() => put(world, { Value: 'y' }))).toBe(
      'ParameterAlreadyExists 400: The parameter already exists. To overwrite this value, set the overwrite option in the request to true.',
    );
    expect(put(world, {}, administrator('111111111111', 'eu-west-1')).Version).toBe(1);
    expect(put(world, {}, administrator('222222222222')).Version).toBe(1);
  });

  test.each<[string, Partial<PutParameterRequest>, string]>([
    ['4096 bytes as Standard', { Value: 'x'.repeat(4096) }, 'Standard'],
    ['8192 bytes as Advanced', { Value: 'x'.repeat(8192), Tier: 'Advanced' }, 'Advanced'],
    [
      '4096 bytes under Intelligent-Tiering',
      { Value: 'x'.repeat(4096), Tier: 'Intelligent-Tiering' },
      'Standard',
    ],
    [
      '4097 bytes under Intelligent-Tiering',
      { Value: 'x'.repeat(4097), Tier: 'Intelligent-Tiering' },
      'Advanced',
    ],
  ])('takes %s', (_, input, tier) => {
    expect(put(bareWorld(), input).Tier).toBe(tier);
  });

  test.each<[string, Partial<PutParameterRequest>, RegExp]>([
    [
      '4097 bytes without a tier',
      { Value: 'x'.repeat(4097) },
      /^ValidationException 400: Standard tier parameters support a maximum parameter value of 4096 characters\./,
    ],
    ['8193 bytes', { Value: 'x'.repeat(8193), Tier: 'Advanced' }, /^ValidationException 400: Advanced tier/],
    ['a reference to another parameter', { Value: '/{{ssm:other}}' }, /^ValidationException 400: .*{{}}/],
    ['no value', { Value: '' }, /^ValidationException 400: .*greater than or equal to 1$/],
    ['no type', { Type: undefined }, /^ValidationException 400: A parameter type is required/],
    [
      'a name that begins with aws',
      { Name: '/aws/x' },
      /^AccessDeniedException 400: No access to reserved parameter name/,
    ],
    [
      'a name that begins with SSM',
      { Name: 'SSM-x' },
      /^ValidationException 400: Parameter name: can't be prefixed/,
    ],
    [
      'a path without its first slash',
      { Name: 'cutover/a' },
      /^ValidationException 400: Parameter name must be a fully qualified name\.$/,
    ],
    [
      'a star in a name',
      { Name: '/cutover/*.example.com' },
      /^ValidationException 400: Parameter name: can't be prefixed/,
    ],
    ['sixteen levels', { Name: `/${'a/'.repeat(15)}a` }, /^HierarchyLevelLimitExceededException 400/],
    [
      'a secret, for want of KMS',
      { Type: 'SecureString' },
      /^ValidationException 400: The local AWS has no KMS/,
    ],
    [
      'policies, which are not modelled',
      { Policies: '[{}]' },
      /^ValidationException 400: The local AWS does not model Policies/,
    ],
  ])('refuses %s', (_, input, expected) => {
    expect(refusal(() => put(bareWorld(), input))).toMatch(expected);
  });
});

describe('several parameters', () => {
  const names = ['/cutover/a', '/cutover/b', '/cutover/deep/c', '/cutoverish'];
  const filled = () => {
    const world = bareWorld();
    for (const Name of names) put(world, { Name });
    return world;
  };

  test('are read and deleted by name, the absent ones named', () => {
    const world = filled();
    const Names = ['/cutover/a', '/nowhere'];
    expect(getParameters.perform(world, { Names }, administrator())).toMatchObject({
      Parameters: [{ Name: '/cutover/a' }],
      InvalidParameters: ['/nowhere'],
    });
    expect(deleteParameters.perform(world, { Names }, administrator())).toEqual({
      DeletedParameters: ['/cutover/a'],
      InvalidParameters: ['/nowhere'],
    });
    expect(refusal(() => deleteParameter.perform(world, { Name: '/cutover/a' }, administrator()))).toMatch(
      /^ParameterNotFound 400/,
    );
    expect(
      refusal(() => getParameters.perform(world, { Names: Array(11).fill('/a') }, administrator())),
    ).toMatch(/^ValidationException/);
  });

  test.each<[string, string, boolean, string[]]>([
    ['the level below a path', '/cutover', false, ['/cutover/a', '/cutover/b']],
    ['every level below a path', '/cutover/', true, ['/cutover/a', '/cutover/b', '/cutover/deep/c']],
    ['the first level', '/', false, ['/cutoverish']],
    ['nothing below a path that nobody uses', '/nowhere', true, []],
  ])('by path: %s', (_, Path, Recursive, expected) => {
    const { Parameters, NextToken } = getParametersByPath.perform(
      filled(),
      { Path, Recursive },
      administrator(),
    );
    expect(Parameters?.map((parameter) => parameter.Name)).toEqual(expected);
    expect(NextToken).toBeUndefined();
  });

  test('by path come ten at a time', () => {
    const world = bareWorld();
    for (let at = 0; at < 25; at++) put(world, { Name: `/many/${String(at).padStart(2, '0')}` });
    const seen: (string | undefined)[] = [];
    let NextToken: string | undefined;
    let pages = 0;
    do {
      const page = getParametersByPath.perform(world, { Path: '/many', NextToken }, administrator());
      seen.push(...(page.Parameters ?? []).map((parameter) => parameter.Name));
      NextToken = page.NextToken;
      pages++;
    } while (NextToken);
    expect([pages, new Set(seen).size]).toEqual([3, 25]);
  });

  test('by path want a token of their own and ten results at most', () => {
    const ask = (input: object) => () =>
      getParametersByPath.perform(filled(), { Path: '/', ...input }, administrator());
    expect(refusal(ask({ NextToken: 'made-up' }))).toMatch(/^InvalidNextToken 400/);
    expect(refusal(ask({ MaxResults: 11 }))).toMatch(/^ValidationException 400/);
    expect(refusal(ask({ Path: 'cutover' }))).toMatch(/must begin with a forward slash/);
  });
});
