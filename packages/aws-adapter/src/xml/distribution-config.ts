import type { DistributionEdit } from '@cutover/alias-migration';
import { aliasesIn } from './aliases';
import { openConfig } from './config-document';
import { splice } from './splice';
import { viewerCertificateContent } from './viewer-certificate';

/**
 * Edits the XML of a distribution's configuration in `Aliases` and, if asked, `ViewerCertificate` and `Enabled`. UpdateDistribution
 * replaces the whole configuration, so everything else goes back byte for byte as it was read.
 */
export function editDistributionConfig(xml: string, edit: DistributionEdit): string {
  const document = openConfig(xml);
  const aliases = aliasesIn(xml, document.member('Aliases'));
  const splices = [document.write('Aliases', aliases.edit(edit.addAliases, edit.removeAliases))];
  if (edit.certificate !== undefined) {
    const content = viewerCertificateContent(xml, document.member('ViewerCertificate'), edit.certificate);
    splices.push(document.write('ViewerCertificate', content));
  }
  if (edit.enabled !== undefined) splices.push(document.write('Enabled', String(edit.enabled)));
  return splice(xml, splices);
}
