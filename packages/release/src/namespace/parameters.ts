import type { Names } from './names';

/** The stages of a release, and the branch that starts each of them where branches are deployed. */
export const stages = { alpha: 'development', beta: 'staging', prod: 'main' } as const;

const placeholders = {
  alpha: {
    Branch: 'main',
    ConnectionArn: 'CONNECTION_ARN',
    NextInbox: 'BETA_INBOX',
    NextKeyArn: 'BETA_KEY_ARN',
  },
  beta: { SenderRoleArn: 'ALPHA_BUILD_ROLE_ARN', NextInbox: 'PROD_INBOX', NextKeyArn: 'PROD_KEY_ARN' },
  prod: { SenderRoleArn: 'BETA_BUILD_ROLE_ARN', Publish: 'off' },
} as const;

/** What `aws cloudformation deploy --parameter-overrides file://…` reads; words in capitals are yours to fill in. */
export const parameterFile = (stage: keyof typeof stages, { namespace, repository }: Names): string => {
  const Parameters = {
    Env: stage,
    Namespace: namespace,
    ...(stage === 'alpha' && { Repository: repository }),
    FixturePolicyArns: 'FIXTURE_POLICY_ARN',
    ...placeholders[stage],
  };
  return `${JSON.stringify({ Parameters }, undefined, 2)}\n`;
};
