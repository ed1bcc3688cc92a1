/** A modelled error of AWS: what the wire turns into the service's own error document. */
export class AwsFailure extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = code;
  }
}
