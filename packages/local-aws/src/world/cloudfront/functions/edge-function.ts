import type { FunctionConfig, FunctionStage, FunctionSummary } from '@aws-sdk/client-cloudfront';
import { cloudFrontArn } from '../../arns';
import { arrivedAt } from '../../arrivals';
import { AwsFailure } from '../../failure';
import { frozenCopy } from '../../frozen';
import { newEtag } from '../../ids';
import type { Caller, Need } from '../../operation';
import { statusOf } from '../../view';
import type { World } from '../../world';
import { requireQuantities } from '../checks/quantities';
import type { EdgeFunction, FunctionVersion } from '../entities/entity';
import { visibleEntity } from '../entities/versions';
import { requireWord } from '../entities/words';
import { invalidArgument } from '../failures';
import { keyValueStore } from '../key-value-stores/key-value-store';
import { distributionsUsing } from '../references';

/** "Maximum size of a function: 10 KB" (Quotas on CloudFront Functions). */
const mostBytes = 10 * 1024;

const runtimes = ['cloudfront-js-1.0', 'cloudfront-js-2.0'];

export const functionArn = (accountId: string, name: string): string =>
  cloudFrontArn(accountId, 'function', name);

export const noSuchFunction = () =>
  new AwsFailure('NoSuchFunctionExists', 404, 'The specified function does not exist.');

/** A function of the caller's account; it goes by its name, which is the end of its ARN. */
export function requireFunction(world: World, { accountId }: Caller, name: string | undefined): EdgeFunction {
  const found = world.functions.get(functionArn(accountId, name ?? ''));
  if (!found) throw noSuchFunction();
  return found;
}

/** The version on a stage; requests that name none mean DEVELOPMENT. @throws AwsFailure NoSuchFunctionExists */
export function requireStage(found: EdgeFunction, stage: FunctionStage = 'DEVELOPMENT'): FunctionVersion {
  requireWord('Stage', stage, ['DEVELOPMENT', 'LIVE']);
  const version = stage === 'LIVE' ? found.live : found.development;
  if (!version) throw noSuchFunction();
  return version;
}

/** Code and configuration as the next version of DEVELOPMENT. @throws AwsFailure */
export function nextVersion(
  world: World,
  accountId: string,
  config: FunctionConfig | undefined,
  code: Uint8Array | undefined,
): FunctionVersion {
  if (!code?.length) throw invalidArgument('The parameter FunctionCode is required.');
  if (code.length > mostBytes)
    throw new AwsFailure(
      'FunctionSizeLimitExceeded',
      413,
      `The function is too large: ${code.length} bytes, at most ${mostBytes}.`,
    );
  requireWord('Runtime', config?.Runtime, runtimes);
  requireQuantities(config ?? {}, 'FunctionConfig');
  requireStores(world, accountId, config);
  return {
    config: frozenCopy({ Comment: '', ...config } as FunctionConfig),
    code,
    etag: newEtag(world),
    lastModifiedAt: world.now,
  };
}

/** One store of the account at most, and only for the newer runtime (Developer Guide, "Associate a key value store"). */
function requireStores(world: World, accountId: string, config: FunctionConfig | undefined): void {
  const arns = (config?.KeyValueStoreAssociations?.Items ?? []).map(
    ({ KeyValueStoreARN }) => KeyValueStoreARN,
  );
  if (arns.length === 0) return;
  if (arns.length > 1) throw invalidArgument('A function can be associated with one key value store only.');
  if (config?.Runtime !== 'cloudfront-js-2.0')
    throw invalidArgument('A key value store needs the runtime cloudfront-js-2.0.');
  const [arn = ''] = arns;
  const [owner, id] = [arn.split(':')[4], arn.split('/')[1]];
  if (owner !== accountId || !visibleEntity(world, keyValueStore, accountId, id))
    throw invalidArgument(`The key value store ${arn} does not exist in this account.`);
}

/** @param stage which one the summary is about */
export function functionSummary(
  world: World,
  edgeFunction: EdgeFunction,
  stage: FunctionStage = 'DEVELOPMENT',
): FunctionSummary {
  const version = requireStage(edgeFunction, stage);
  return {
    Name: edgeFunction.name,
    Status: statusOn(world, edgeFunction, stage),
    FunctionConfig: version.config,
    FunctionMetadata: {
      FunctionARN: edgeFunction.arn,
      Stage: stage,
      CreatedTime: new Date(edgeFunction.createdAt),
      LastModifiedTime: new Date(version.lastModifiedAt),
    },
  };
}

/**
 * The examples of the API reference show UNPUBLISHED after a write and UNASSOCIATED after publishing; consoles show
 * DEPLOYED and IN_PROGRESS for what distributions use.
 */
function statusOn(
  world: World,
  { arn, development, live, liveEverywhereAt = 0 }: EdgeFunction,
  stage: FunctionStage,
): string {
  const isPublished = live?.code === development.code && live.config === development.config;
  if (!isPublished && stage === 'DEVELOPMENT') return 'UNPUBLISHED';
  const users = distributionsUsing(world, 'functions', arn);
  if (users.length === 0) return 'UNASSOCIATED';
  const isThere = world.now >= liveEverywhereAt && arrivedAt(world, arn) === world.now;
  return isThere && users.every((user) => statusOf(world, user) === 'Deployed') ? 'DEPLOYED' : 'IN_PROGRESS';
}

/** What a role must be allowed on a function that goes by its name. */
export const needOnFunction =
  (action: string) =>
  ({ Name = '*' }: { readonly Name?: string | undefined }, _world: World, { accountId }: Caller): Need[] => [
    { action: `cloudfront:${action}`, resource: functionArn(accountId, Name) },
  ];
