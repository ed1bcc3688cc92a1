import {
  type ACMClient,
  DeleteCertificateCommand,
  type DomainValidation,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import type { CertificatePort, Validation } from '@cutover/redirect-site';
import { findCertificate } from '../certificate';
import { attempt } from '../failures/attempt';
import type { Call } from '../failures/read';
import { readRecordName } from '../record-name';
import { tagsOf } from './tags';

const call = (operation: string, resource: string): Call => ({ service: 'ACM', operation, resource });

/** Certificates of ACM in us-east-1, the only region that CloudFront takes them from. */
export function certificatePort(client: () => Promise<ACMClient>): CertificatePort {
  return {
    find: async (arn) => {
      const found = await findCertificate(client, arn);
      if (found === undefined) return undefined;
      const { detail, ...certificate } = found;
      return {
        ...certificate,
        failureReason: detail.FailureReason,
        validations: (detail.DomainValidationOptions ?? []).map(validationOf),
        renewal: detail.RenewalSummary?.RenewalStatus,
        inUse: (detail.InUseBy ?? []).length > 0,
      };
    },

    request: (names, token, tags) =>
      attempt(call('RequestCertificate', `certificate for ${names.join(', ')}`), async () => {
        const [first, ...others] = names;
        const command = new RequestCertificateCommand({
          DomainName: first,
          SubjectAlternativeNames: others.length > 0 ? others : undefined,
          // Left out, it would be by e-mail.
          ValidationMethod: 'DNS',
          IdempotencyToken: token,
          Tags: tagsOf(tags),
        });
        const { CertificateArn } = await (await client()).send(command);
        if (CertificateArn === undefined) throw new Error('the answer holds no ARN');
        return CertificateArn;
      }),

    remove: (arn) =>
      attempt(call('DeleteCertificate', `certificate ${arn}`), async () => {
        await (await client()).send(new DeleteCertificateCommand({ CertificateArn: arn }));
      }),
  };
}

const validationOf = ({ DomainName, ValidationStatus, ResourceRecord }: DomainValidation): Validation => ({
  name: (DomainName ?? '').toLowerCase(),
  status: ValidationStatus ?? 'UNKNOWN',
  record: ResourceRecord && {
    name: readRecordName(ResourceRecord.Name ?? ''),
    value: readRecordName(ResourceRecord.Value ?? ''),
  },
});
