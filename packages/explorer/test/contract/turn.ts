import { type AwsCredentials, awsPorts } from '@cutover/aws-adapter';
import { asks } from './asks';
import { heardBy } from './heard';

/** One ask in a process of its own, as a handler's turn is. */
export interface AskPayload {
  readonly name: string;
  readonly credentials: AwsCredentials;
  readonly etags: Readonly<Record<string, string>>;
}

/** The Lambda stand-in calls this, in place of a type's bundle: the adapter as it goes to production, and an ask. */
export async function entrypoint({ name, credentials, etags }: AskPayload): Promise<object> {
  const asked = asks.find((ask) => ask.name === name);
  if (!asked) throw new Error(`There is no ask "${name}".`);
  const ports = awsPorts({ credentials, migrationId: 'am-1' });
  return heardBy(() => asked.ask(ports, (id) => etags[id] ?? ''));
}
