/** Keys as CloudFormation hands them to a turn, or as AssumeRole returns them. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A role of another account and what its trust policy may ask for. */
export interface AssumableRole {
  readonly roleArn: string;
  readonly externalId?: string;
  /** The property of the resource that names it, for messages: `Source.RoleArn`. */
  readonly property?: string;
}
