import { AwsFailure } from '../../failure';

export const noSuchInvalidation = () =>
  new AwsFailure('NoSuchInvalidation', 404, 'The specified invalidation does not exist.');

/** The text as several projects have met it. */
export const invalidPaths = () =>
  new AwsFailure('InvalidArgument', 400, 'Your request contains one or more invalid invalidation paths.');

export const batchTooLarge = () =>
  new AwsFailure('BatchTooLarge', 413, 'Invalidation batch specified is too large.');

/** The texts as several projects have met them. */
export const tooManyInProgress = (which: 'invalidations' | 'wildcard invalidations') =>
  new AwsFailure(
    'TooManyInvalidationsInProgress',
    400,
    `Processing your request will cause you to exceed the maximum number of in-progress ${which}.`,
  );

/** Named in the reference of CreateInvalidation only; neither status nor text was found. */
export const batchAlreadyExists = (callerReference: string) =>
  new AwsFailure(
    'InvalidationBatchAlreadyExists',
    409,
    `The caller reference ${callerReference} is associated with another invalidation batch.`,
  );
