import * as failures from '../../src/world/cloudfront/failures';
import type { AwsFailure } from '../../src/world/failure';

/** Texts by which clients tell problems apart; they are quoted in documentation or public reports. */
describe('errors come with their code, status and literal text', () => {
  const docs =
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html#alternate-domain-names';
  const texts: [sentence: string, failure: AwsFailure, code: string, text: string][] = [
    [
      'a name that another resource holds [documented, observed]',
      failures.aliasHeld(),
      'CNAMEAlreadyExists 409',
      'One or more of the CNAMEs you provided are already associated with a different resource.',
    ],
    [
      'the same code for a name that DNS sends elsewhere: only the text differs [documented, observed]',
      failures.aliasPointsElsewhere(),
      'CNAMEAlreadyExists 409',
      `One or more aliases specified for the distribution includes an incorrectly configured DNS record that points to another CloudFront distribution. You must update the DNS record to correct the problem. For more information, see ${docs}-restrictions`,
    ],
    [
      'a move without the TXT record [observed]',
      failures.ownershipNotProven(),
      'IllegalUpdate 400',
      'Invalid or missing alias DNS TXT records.',
    ],
    [
      'a move across accounts from a source that is enabled [observed]',
      failures.sourceEnabled(),
      'IllegalUpdate 400',
      'Alias move is not allowed since the source distribution is enabled.',
    ],
    [
      'aliases without a certificate [observed]',
      failures.certificateMissing(),
      'InvalidViewerCertificate 400',
      `To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name. For more details, see: ${docs}-requirements`,
    ],
    [
      'a certificate that does not cover the name [observed]',
      failures.certificateDoesNotCover(),
      'InvalidViewerCertificate 400',
      `The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add. For more details, see: ${docs}-requirements`,
    ],
    [
      'a certificate that is not there or not usable [observed]',
      failures.certificateUnusable(),
      'InvalidViewerCertificate 400',
      "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
    ],
    [
      'a stale If-Match [documented]',
      failures.preconditionFailed(),
      'PreconditionFailed 412',
      "The request failed because it didn't meet the preconditions in one or more request-header fields.",
    ],
    [
      'an If-Match that is missing or malformed [documented]',
      failures.invalidIfMatch(),
      'InvalidIfMatchVersion 400',
      'The If-Match version is missing or not valid for the resource.',
    ],
    [
      'a distribution that is not there [documented]',
      failures.noSuchDistribution(),
      'NoSuchDistribution 404',
      'The specified distribution does not exist.',
    ],
    [
      'the deletion of an enabled distribution: 409, not IllegalDelete [documented]',
      failures.distributionNotDisabled(),
      'DistributionNotDisabled 409',
      'The distribution you are trying to delete has not been disabled.',
    ],
    [
      'a caller reference that was used before [observed]',
      failures.distributionAlreadyExists('E1'),
      'DistributionAlreadyExists 409',
      'The caller reference that you are using to create a distribution is associated with another distribution. Already exists: E1',
    ],
    [
      'too many names, in the words of the model, as no public text was found [documented]',
      failures.tooManyAliases(),
      'TooManyDistributionCNAMEs 400',
      'Your request contains more CNAMEs than are allowed per distribution.',
    ],
  ];
  test.each(texts)('%s', (_sentence, { code, status, message }, expected, text) => {
    expect(`${code} ${status}`).toBe(expected);
    expect(message).toBe(text);
  });
});
