import { readFileSync } from 'node:fs';
import { seedRole, type World } from '@cutover/local-aws';
import { ACCOUNTS } from '../src/cast';
import type { AskAs } from '../src/port';

const TYPE = 'awscommunity-cloudfront-aliasmigration';
const schema = JSON.parse(readFileSync(require.resolve(`${TYPE}/${TYPE}.json`), 'utf8')) as {
  handlers: Record<string, { permissions: string[] }>;
};

const ROLE = `arn:aws:iam::${ACCOUNTS.target}:role/handlers`;
export const asHandlers: AskAs = () => ({ accountId: ACCOUNTS.target, region: 'us-east-1', roleArn: ROLE });

/** From here on the handlers may do this, and nothing else. */
export const allow = (world: World, actions: readonly string[]): void =>
  void seedRole(world, {
    arn: ROLE,
    name: 'handlers',
    accountId: ACCOUNTS.target,
    trust: { Statement: [] },
    policies: [{ Statement: [{ Effect: 'Allow', Action: [...actions], Resource: '*' }] }],
  });

/** What the schema asks for. */
export const permissionsOf = (action: string): readonly string[] =>
  schema.handlers[action]?.permissions ?? [];
