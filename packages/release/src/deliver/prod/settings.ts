/** What a delivery to prod needs beside its stage. */
export interface ProdSettings {
  /** Whether anything becomes public; everything up to the contract tests is done anyhow. */
  readonly publish: boolean;
  readonly publisherId: string | undefined;
  /** release/publish.yml */
  readonly template: string;
  readonly administrationRoleArn: string;
  readonly executionRoleName: string;
  readonly logBucket: string;
  /** Regions at once: CloudFront is one, and so are its quotas. */
  readonly waveSize: number;
}
