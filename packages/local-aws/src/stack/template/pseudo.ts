import type { Value } from '../value';

/** The pseudo parameters that the driver has; another `AWS::…` name is refused like any unknown name. */
export const pseudoParameters = [
  'AWS::AccountId',
  'AWS::NoValue',
  'AWS::NotificationARNs',
  'AWS::Partition',
  'AWS::Region',
  'AWS::StackId',
  'AWS::StackName',
  'AWS::URLSuffix',
] as const;

export type PseudoParameter = (typeof pseudoParameters)[number];

/** What the pseudo parameters of one stack are worth. NoValue is none: it takes its property away. */
export const pseudoValues = (stack: {
  id: string;
  name: string;
  accountId: string;
  region: string;
}): Map<string, Value> =>
  new Map<PseudoParameter, Value>([
    // Nobody is told by SNS here.
    ['AWS::NotificationARNs', []],
    ['AWS::AccountId', stack.accountId],
    ['AWS::Partition', 'aws'],
    ['AWS::Region', stack.region],
    ['AWS::StackId', stack.id],
    ['AWS::StackName', stack.name],
    ['AWS::URLSuffix', 'amazonaws.com'],
  ]);
