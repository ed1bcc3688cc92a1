/** What CloudFront Functions allows, each with where the figure is from. */
export const limits = {
  /**
   * Bytes of code. The quota page of the developer guide says 10 KB; the API's model takes 40,960, so that a function
   * between the two is refused by the service and not by the SDK.
   */
  codeBytes: 10_240,
  /** Quota page: maximum function memory, 2 MB. */
  memoryBytes: 2 * 1024 * 1024,
  /**
   * No published figure: CloudFront reports utilization in percent of a time that it does not tell, commonly quoted as
   * one millisecond. This many calls and loop turns take njs 0.7.9 about three milliseconds (measured): what exceeds
   * it has no chance, what stays below still needs TestFunction.
   */
  steps: 100_000,
  /** "Restrictions on CloudFront Functions": logs are truncated at 10 KB. */
  logBytes: 10_240,
  /** TestFunction's EventObject in the API's model. */
  eventBytes: 40_960,
  /**
   * Headers and body of an answer that a function makes. Documented for Lambda@Edge in viewer events; there is no
   * figure for CloudFront Functions, which sit at the same place.
   */
  responseBytes: 40_960,
  /** Quota page: key and value of a KeyValueStore. Its own API would take keys of 1,024 bytes and any value. */
  keyBytes: 512,
  valueBytes: 1_024,
  /** Quota page: all keys and values of one store. */
  storeBytes: 5 * 1024 * 1024,
} as const;
