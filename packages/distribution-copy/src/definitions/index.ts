import type { JsonObject } from '../json';
import { CopyProblem } from '../problem';
import type { Definition } from './definition';
import { type CodeOf, functionIn, keyValueStoreIn } from './functions';
import { keyGroupIn, publicKeyIn } from './keys';
import { originAccessControlIn, originAccessIdentityIn } from './origin-access';
import { policyIn } from './policies';

/** Commands whose output can be recreated in a template. */
export const recreatable = [
  'get-cache-policy',
  'get-origin-request-policy',
  'get-response-headers-policy',
  'get-origin-access-control',
  'get-cloud-front-origin-access-identity',
  'describe-function',
  'describe-key-value-store',
  'get-key-group',
  'get-public-key',
] as const;

/**
 * What one output of the AWS CLI defines.
 * @throws CopyProblem when it is the output of none of the commands, or has members that a template has no place for
 */
export function definitionIn(document: JsonObject, codeOf: CodeOf): Definition {
  const unknown: string[] = [];
  const found =
    policyIn(document, unknown) ??
    originAccessControlIn(document) ??
    originAccessIdentityIn(document) ??
    functionIn(document, codeOf) ??
    keyValueStoreIn(document) ??
    keyGroupIn(document) ??
    publicKeyIn(document);
  if (!found)
    throw new CopyProblem(
      `is no output that can be recreated; give the whole output of aws cloudfront ${recreatable.join(', ')}`,
    );
  if (unknown.length)
    throw new CopyProblem(
      `has members that no template can carry yet: ${unknown.join(', ')}; map it instead`,
    );
  return found;
}
