import { AwsFailure } from '../failure';

/**
 * CloudFront's errors, one constructor per error, with the texts that clients tell apart. Texts that no public
 * source shows are the sentence of the API model, sometimes with what was found.
 */

const restrictions =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-restrictions';
const requirements =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names-requirements';

export const noSuchDistribution = () =>
  new AwsFailure('NoSuchDistribution', 404, 'The specified distribution does not exist.');

export const entityNotFound = (what: string) =>
  new AwsFailure('EntityNotFound', 404, `The entity was not found. (${what})`);

export const noSuchResource = () =>
  new AwsFailure('NoSuchResource', 404, 'The specified resource does not exist.');

/** The first of the two problems that share a code: another resource holds the name. */
export const aliasHeld = () =>
  new AwsFailure(
    'CNAMEAlreadyExists',
    409,
    'One or more of the CNAMEs you provided are already associated with a different resource.',
  );

/** The second: DNS sends the name to another distribution. Only the message tells the two apart. */
export const aliasPointsElsewhere = () =>
  new AwsFailure(
    'CNAMEAlreadyExists',
    409,
    'One or more aliases specified for the distribution includes an incorrectly configured DNS record that points ' +
      'to another CloudFront distribution. You must update the DNS record to correct the problem. For more ' +
      `information, see ${restrictions}`,
  );

export const invalidIfMatch = () =>
  new AwsFailure(
    'InvalidIfMatchVersion',
    400,
    'The If-Match version is missing or not valid for the resource.',
  );

export const preconditionFailed = () =>
  new AwsFailure(
    'PreconditionFailed',
    412,
    "The request failed because it didn't meet the preconditions in one or more request-header fields.",
  );

export const certificateMissing = () =>
  new AwsFailure(
    'InvalidViewerCertificate',
    400,
    'To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate ' +
      `that validates your authorization to use the domain name. For more details, see: ${requirements}`,
  );

export const certificateUnusable = () =>
  new AwsFailure(
    'InvalidViewerCertificate',
    400,
    "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a " +
      'valid certificate chain.',
  );

export const certificateDoesNotCover = () =>
  new AwsFailure(
    'InvalidViewerCertificate',
    400,
    "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that " +
      `you're trying to add. For more details, see: ${requirements}`,
  );

/** The documentation lists these causes; the English texts were not found word for word. */
export const certificateFaulty = (fault: string) =>
  new AwsFailure(
    'InvalidViewerCertificate',
    400,
    `The certificate that is attached to your distribution ${fault}`,
  );

export const tooManyAliases = () =>
  new AwsFailure(
    'TooManyDistributionCNAMEs',
    400,
    'Your request contains more CNAMEs than are allowed per distribution.',
  );

export const tooManyDistributions = () =>
  new AwsFailure(
    'TooManyDistributions',
    400,
    'Processing your request would cause you to exceed the maximum number of distributions allowed.',
  );

export const ownershipNotProven = () =>
  new AwsFailure('IllegalUpdate', 400, 'Invalid or missing alias DNS TXT records.');

export const sourceEnabled = () =>
  new AwsFailure('IllegalUpdate', 400, 'Alias move is not allowed since the source distribution is enabled.');

export const illegalUpdate = (what: string) => new AwsFailure('IllegalUpdate', 400, what);

/** CloudFront merges nothing: an update has to bring these even when they do not change. */
export const requiredForUpdates = (member: string) => illegalUpdate(`${member} is required for updates`);

export const invalidArgument = (what: string) => new AwsFailure('InvalidArgument', 400, what);

export const missingBody = () =>
  new AwsFailure(
    'MissingBody',
    400,
    'This operation requires a body. Ensure that the body is present and the Content-Type header is set.',
  );

export const inconsistentQuantities = (path: string) =>
  new AwsFailure(
    'InconsistentQuantities',
    400,
    `The value of Quantity and the size of Items don't match. (${path})`,
  );

export const distributionAlreadyExists = (id: string) =>
  new AwsFailure(
    'DistributionAlreadyExists',
    409,
    `The caller reference that you are using to create a distribution is associated with another distribution. Already exists: ${id}`,
  );

export const distributionNotDisabled = () =>
  new AwsFailure(
    'DistributionNotDisabled',
    409,
    'The distribution you are trying to delete has not been disabled.',
  );

export const noSuchOrigin = (id: string) =>
  new AwsFailure('NoSuchOrigin', 404, `No origin exists with the specified Origin Id. (${id})`);

export const invalidOriginAccessControl = () =>
  new AwsFailure('InvalidOriginAccessControl', 400, 'The origin access control is not valid.');

export const invalidOriginAccessIdentity = () =>
  new AwsFailure(
    'InvalidOriginAccessIdentity',
    400,
    'The specified origin access identity does not exist or is not valid.',
  );

export const illegalOriginAccess = () =>
  new AwsFailure(
    'IllegalOriginAccessConfiguration',
    400,
    'An origin cannot contain both an origin access control (OAC) and an origin access identity (OAI).',
  );

export const invalidFunctionAssociation = (why: string) =>
  new AwsFailure('InvalidFunctionAssociation', 400, `A CloudFront function association is invalid. (${why})`);

export const invalidLambdaAssociation = (text: string) =>
  new AwsFailure('InvalidLambdaFunctionAssociation', 400, text);

export const noSuchTrustedKeyGroup = () =>
  new AwsFailure('TrustedKeyGroupDoesNotExist', 400, 'The specified key group does not exist.');

export const noSuchTrustedSigner = () =>
  new AwsFailure('TrustedSignerDoesNotExist', 400, "One or more of your trusted signers don't exist.");

export const noSuchRealtimeLogConfig = () =>
  new AwsFailure('NoSuchRealtimeLogConfig', 404, 'The real-time log configuration does not exist.');

export const realtimeLogConfigOwnerMismatch = () =>
  new AwsFailure(
    'RealtimeLogConfigOwnerMismatch',
    401,
    'The specified real-time log configuration belongs to a different Amazon Web Services account.',
  );

export const noSuchFieldLevelEncryption = () =>
  new AwsFailure(
    'NoSuchFieldLevelEncryptionConfig',
    404,
    "The specified configuration for field-level encryption doesn't exist.",
  );

export const invalidWebAcl = () =>
  new AwsFailure(
    'InvalidWebACLId',
    400,
    'A web ACL ID specified is not valid. To specify a web ACL created using the latest version of AWS WAF, use the ' +
      'ACL ARN; to specify one created using AWS WAF Classic, use the ACL ID.',
  );

export const illegalDelete = () =>
  new AwsFailure('IllegalDelete', 400, 'Deletion is not allowed for this entity.');

export const invalidTagging = (why: string) =>
  new AwsFailure('InvalidTagging', 400, `The tagging specified is not valid. (${why})`);

/** Not half there: a feature outside this model is refused by name. */
export const notModelled = (what: string) =>
  new AwsFailure('NotImplemented', 400, `The local AWS does not have ${what}; nothing was changed.`);
