import type { Stage } from './stage';

/** Whose inbox keeps the notes. */
export type Inbox = Pick<Stage, 'account' | 'home' | 'inbox'>;

/** What a stage remembers of a type beside what its registry can tell: which bytes a version was made of. */
export interface Receipt {
  readonly sha256: string;
  readonly versionArn: string;
  /** Beta: the bytes that were updated to from these; what is left is a deployment of their own. */
  readonly upgradedTo?: string;
}

const receiptKey = (slug: string): string => `receipts/${slug}.json`;
const integrationKey = (slug: string, sha256: string): string => `receipts/${slug}/${sha256}.integ.yml`;

/** Of the last version that passed; lost, it only costs a test. */
export const readReceipt = (stage: Inbox, slug: string): Promise<Receipt | undefined> =>
  readJson(stage, receiptKey(slug));

export const writeReceipt = (stage: Inbox, slug: string, receipt: Receipt): Promise<void> =>
  writeText(stage, receiptKey(slug), JSON.stringify(receipt));

/** test/integ.yml of the version that passed: the next one is tested on what this one deploys. */
export const writeIntegration = (stage: Inbox, slug: string, sha256: string, text: string): Promise<void> =>
  writeText(stage, integrationKey(slug, sha256), text);

export const readIntegration = (stage: Inbox, slug: string, sha256: string): Promise<string | undefined> =>
  readText(stage, integrationKey(slug, sha256));

export async function readJson<T>(stage: Inbox, key: string): Promise<T | undefined> {
  const text = await readText(stage, key);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

export async function readText(stage: Inbox, key: string): Promise<string | undefined> {
  const bytes = await stage.account(stage.home).packages.get(stage.inbox, key);
  return bytes && new TextDecoder().decode(bytes);
}

export const writeText = (stage: Inbox, key: string, text: string): Promise<void> =>
  stage.account(stage.home).packages.put(stage.inbox, key, new TextEncoder().encode(text));
