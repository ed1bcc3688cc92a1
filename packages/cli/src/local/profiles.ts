import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Account numbers by name, as a rehearsal.yml writes them. */
export type Accounts = Readonly<Record<string, string>>;

/** Account numbers that AWS's own documentation uses. */
export const documentationAccounts: Accounts = { source: '111122223333', target: '444455556666' };

const region = 'us-east-1';

/**
 * One profile for each account, by its name, and the first one again as `default`. Credentials are static: a profile
 * with a role would have the AWS CLI keep sessions in ~/.aws, which is not ours to touch.
 */
export function profileTexts(accounts: Accounts, endpoint: string): { config: string; credentials: string } {
  const [first] = Object.values(accounts);
  const profiles = Object.entries({ default: first ?? '', ...accounts });
  const sections = (titleOf: (name: string) => string, linesOf: (id: string) => string[]): string =>
    profiles.map(([name, id]) => [`[${titleOf(name)}]`, ...linesOf(id), ''].join('\n')).join('\n');
  return {
    config: sections(
      (name) => (name === 'default' ? name : `profile ${name}`),
      () => [`region = ${region}`, 'output = json', `endpoint_url = ${endpoint}`],
    ),
    credentials: sections(
      (name) => name,
      (id) => [
        // Twelve digits are the administrator of that account; any secret will do.
        `aws_access_key_id = ${id}`,
        'aws_secret_access_key = local',
      ],
    ),
  };
}

/** Writes both files into a folder of ours. @returns the variables by which AWS's clients find them */
export function writeProfiles(folder: string, accounts: Accounts, endpoint: string): Record<string, string> {
  const { config, credentials } = profileTexts(accounts, endpoint);
  const files = {
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  };
  writeFileSync(files.AWS_CONFIG_FILE, config, { mode: 0o600 });
  writeFileSync(files.AWS_SHARED_CREDENTIALS_FILE, credentials, { mode: 0o600 });
  return files;
}
