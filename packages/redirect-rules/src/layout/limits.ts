/** What one rule set may take of CloudFront, each below what AWS allows so that something is left for people's edits. */
export const budgets = {
  /** Of 10,240 ("Quotas on CloudFront Functions"). */
  codeBytes: 10_200,
  /** Of 1,024. */
  valueBytes: 1_000,
  keyBytes: 512,
  storeBytes: 5 * 1024 * 1024,
  /** Of one request. CloudFront bills each read and waits for it; it has no limit of its own. */
  keyReads: 4,
  /**
   * A host's record: in its item must fit, beside it, that a later generation's lies elsewhere (`stage`):
   * two generations of six digits, separators and an address.
   */
  recordBytes: 965,
} as const;

/** UTF-8, which is what a KeyValueStore counts. */
export const bytesIn = (text: string): number => Buffer.byteLength(text, 'utf8');
