import type {
  DescribeCertificateResponse,
  RequestCertificateRequest,
  RequestCertificateResponse,
  ResourceRecord,
} from '@aws-sdk/client-acm';
import type { Change } from '@aws-sdk/client-route-53';
import { AwsFailure } from '../../world/failure';
import { changeRecords } from './change';
import { ResourceFailure } from './failure';
import { waitUntil } from './poll';
import type { ResourceContext, ResourceProvider } from './provider';
import { list, oneOf, record, required, tags, text } from './shape';

const validationOption = record(
  { DomainName: required(text), HostedZoneId: required(text) },
  { unsupported: ['ValidationDomain'] },
);

const shape = record(
  {
    DomainName: required(text),
    SubjectAlternativeNames: list(text),
    // E-mail has no reader here.
    ValidationMethod: required(oneOf('DNS')),
    DomainValidationOptions: list(validationOption),
    KeyAlgorithm: text,
    Tags: tags,
  },
  {
    unsupported: ['CertificateAuthorityArn', 'CertificateExport', 'CertificateTransparencyLoggingPreference'],
  },
);

interface CertificateProperties extends Omit<RequestCertificateRequest, 'DomainValidationOptions'> {
  readonly DomainValidationOptions?: { readonly DomainName: string; readonly HostedZoneId: string }[];
}

/**
 * AWS::CertificateManager::Certificate with DNS validation. Ref is the ARN. Like CloudFormation's, it writes the
 * validation records into the zones that are named, leaves them there, and is complete when the certificate is issued.
 */
export const certificateProvider: ResourceProvider = {
  type: 'AWS::CertificateManager::Certificate',
  attributes: [],
  createOnly: [
    'DomainName',
    'SubjectAlternativeNames',
    'ValidationMethod',
    'DomainValidationOptions',
    'KeyAlgorithm',
  ],
  unchangeable: ['Tags'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const { DomainValidationOptions = [], ...request } = shape.toApi(properties) as CertificateProperties;
    const { CertificateArn } = await context.call<RequestCertificateResponse>('acm', 'RequestCertificate', {
      ...request,
      IdempotencyToken: context.requestToken.replaceAll('-', ''),
    });
    const made = { physicalId: CertificateArn!, attributes: {} };
    context.begun(made);
    for (const { DomainName, HostedZoneId } of DomainValidationOptions)
      await writeValidationRecord(context, CertificateArn!, DomainName, HostedZoneId);
    await waitUntilIssued(context, CertificateArn!);
    return made;
  },

  update: async (_context, made) => made,

  delete: async (context, made) => {
    try {
      await context.call('acm', 'DeleteCertificate', { CertificateArn: made.physicalId });
    } catch (error) {
      if (!(error instanceof AwsFailure && error.code === 'ResourceNotFoundException')) throw error;
    }
  },
};

const describeCertificate = async (context: ResourceContext, arn: string) =>
  (await context.call<DescribeCertificateResponse>('acm', 'DescribeCertificate', { CertificateArn: arn }))
    .Certificate!;

async function writeValidationRecord(
  context: ResourceContext,
  arn: string,
  domainName: string,
  hostedZoneId: string,
): Promise<void> {
  const wanted = await shownRecord(context, arn, domainName);
  // UPSERT: names that share a parent share the record, and a certificate before this one may have left it.
  const change: Change = {
    Action: 'UPSERT',
    ResourceRecordSet: {
      Name: wanted.Name,
      Type: 'CNAME',
      TTL: 300,
      ResourceRecords: [{ Value: wanted.Value }],
    },
  };
  await changeRecords(context, hostedZoneId, [change]);
}

/** ACM shows the record some seconds after the request. */
async function shownRecord(
  context: ResourceContext,
  arn: string,
  domainName: string,
): Promise<ResourceRecord> {
  let shown: ResourceRecord | undefined;
  await waitUntil(
    context,
    `certificate ${arn} showed no validation record for ${domainName}`,
    { everySeconds: 5, limitMinutes: 10 },
    async () => {
      const { DomainValidationOptions = [] } = await describeCertificate(context, arn);
      const option = DomainValidationOptions.find(
        ({ DomainName }) => DomainName === domainName.toLowerCase(),
      );
      if (!option)
        throw new ResourceFailure(
          'InvalidRequest',
          `DomainValidationOptions names ${domainName}, which is no name of the certificate`,
        );
      shown = option.ResourceRecord;
      return shown !== undefined;
    },
  );
  return shown!;
}

/** States from which a certificate is not issued any more. */
const hopeless: readonly (string | undefined)[] = ['FAILED', 'VALIDATION_TIMED_OUT'];

const waitUntilIssued = (context: ResourceContext, arn: string): Promise<void> =>
  waitUntil(
    context,
    `certificate ${arn} was not issued`,
    { everySeconds: 30, limitMinutes: 120 },
    async () => {
      const { Status, FailureReason } = await describeCertificate(context, arn);
      if (hopeless.includes(Status))
        throw new ResourceFailure(
          'NotStabilized',
          `certificate ${arn} is ${[Status, FailureReason].filter(Boolean).join(': ')}`,
        );
      return Status === 'ISSUED';
    },
  );
