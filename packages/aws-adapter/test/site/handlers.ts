import { readFileSync } from 'node:fs';

const TYPE = 'awscommunity-redirect-site';
const schema = JSON.parse(readFileSync(require.resolve(`${TYPE}/${TYPE}.json`), 'utf8')) as {
  handlers: Record<string, { permissions: string[] }>;
};

/** What the schema asks for. */
export const permissionsOf = (action: string): readonly string[] =>
  schema.handlers[action]?.permissions ?? [];
