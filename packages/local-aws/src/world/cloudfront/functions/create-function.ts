import type { CreateFunctionRequest, CreateFunctionResult } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../failure';
import type { Operation } from '../../operation';
import { locationOf } from '../answers';
import type { EdgeFunction } from '../entities/entity';
import { invalidArgument } from '../failures';
import { requireTags } from '../tags';
import { functionArn, functionSummary, needOnFunction, nextVersion } from './edge-function';

const nameForm = /^[a-zA-Z0-9-_]{1,64}$/;
const quota = 100;

/** A new function is on DEVELOPMENT only: no distribution can use it before it is published. */
export const createFunction: Operation<CreateFunctionRequest, CreateFunctionResult> = {
  service: 'cloudfront',
  name: 'CreateFunction',
  needs: needOnFunction('CreateFunction'),
  perform(world, { Name: name = '', FunctionConfig, FunctionCode, Tags }, { accountId }) {
    if (!nameForm.test(name))
      throw invalidArgument(`The parameter Name is not a function name: ${name} (letters, digits, - and _).`);
    const arn = functionArn(accountId, name);
    const tags = requireTags(Tags);
    if (world.functions.has(arn)) throw nameTaken();
    if (ownFunctions(world.functions, accountId) >= quota) throw tooMany();
    const development = nextVersion(world, accountId, FunctionConfig, FunctionCode);
    const created: EdgeFunction = { name, arn, accountId, createdAt: world.now, development, tags };
    world.functions.set(arn, created);
    return {
      FunctionSummary: functionSummary(world, created),
      // The ARN as it is, unlike other entities' ids.
      Location: locationOf(`function/${arn}`),
      ETag: development.etag,
    };
  },
};

const ownFunctions = (functions: ReadonlyMap<string, EdgeFunction>, accountId: string): number =>
  [...functions.values()].filter((each) => each.accountId === accountId).length;

const nameTaken = () =>
  new AwsFailure(
    'FunctionAlreadyExists',
    409,
    'A function with the same name already exists in this Amazon Web Services account. To create a function, you ' +
      'must provide a unique name. To update an existing function, use UpdateFunction.',
  );

const tooMany = () =>
  new AwsFailure(
    'TooManyFunctions',
    400,
    'You have reached the maximum number of CloudFront functions for this Amazon Web Services account.',
  );
