import type { Json, JsonObject } from '../json';

/** Finds what a template writes for something of the source's account; `at` is told to the person who must map it. */
export type Resolve = (kind: string, value: string, at: string) => Json;

/** Something that the distribution refers to and that a template can make anew, from what the AWS CLI printed. */
export interface Definition {
  /** Kind of reference, as the map calls it. */
  readonly kind: string;
  /** What the source calls it. */
  readonly value: string;
  readonly name: string;
  /** Of the CloudFormation resource. */
  readonly type: string;
  properties(resolve: Resolve): JsonObject;
  /** How a template refers to the resource. */
  reference(logicalId: string): Json;
  /** What the template cannot carry and somebody has to do. */
  readonly note?: string;
}

export const ref = (logicalId: string): Json => ({ Ref: logicalId });
export const attribute =
  (name: string) =>
  (logicalId: string): Json => ({ 'Fn::GetAtt': [logicalId, name] });
