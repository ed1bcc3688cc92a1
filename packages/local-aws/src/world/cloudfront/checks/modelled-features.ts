import { notModelled } from '../failures';
import type { Check } from './proposal';

/** What this model leaves out is refused: a distribution that half works would make a rehearsal lie. */
export const modelledFeatures: Check = (_world, { current, config }) => {
  if (config.Staging) throw notModelled('staging distributions (Staging)');
  if (config.ConnectionMode === 'tenant-only')
    throw notModelled('multi-tenant distributions (ConnectionMode)');
  if (config.TenantConfig) throw notModelled('multi-tenant distributions (TenantConfig)');
  if (config.ContinuousDeploymentPolicyId)
    throw notModelled('continuous deployment (ContinuousDeploymentPolicyId)');
  const iamCertificate = config.ViewerCertificate?.IAMCertificateId;
  if (iamCertificate && iamCertificate !== current?.config.ViewerCertificate?.IAMCertificateId)
    throw notModelled('certificates of the IAM store (ViewerCertificate.IAMCertificateId)');
};
