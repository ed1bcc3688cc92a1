import type { Operation } from '../operation';
import { addTagsToCertificate } from './add-tags-to-certificate';
import { deleteCertificate } from './delete-certificate';
import { describeCertificate } from './describe-certificate';
import { importCertificate } from './import-certificate';
import { listCertificates } from './list-certificates';
import { listTagsForCertificate } from './list-tags-for-certificate';
import { removeTagsFromCertificate } from './remove-tags-from-certificate';
import { requestCertificate } from './request-certificate';

export const acmOperations: Operation[] = [
  addTagsToCertificate,
  deleteCertificate,
  describeCertificate,
  importCertificate,
  listCertificates,
  listTagsForCertificate,
  removeTagsFromCertificate,
  requestCertificate,
];
