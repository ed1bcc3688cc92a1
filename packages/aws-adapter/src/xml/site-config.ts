import type { ViewerCertificate } from '@cutover/alias-migration';
import type { SiteDistributionEdit } from '@cutover/redirect-site';
import { settingWords } from '../site/settings';
import { aliasesIn } from './aliases';
import { type ConfigDocument, openConfig } from './config-document';
import { XmlError } from './elements';
import { withViewerRequestFunction } from './function-associations';
import { withSettings } from './settings';
import { type Splice, splice } from './splice';
import { viewerCertificateContent } from './viewer-certificate';

/** Edits those members of a distribution's configuration that a redirect site may change, where it asks for them. */
export function editSiteConfig(xml: string, edit: SiteDistributionEdit): string {
  const document = openConfig(xml);
  const splices: Splice[] = [];
  if (edit.aliases !== undefined) splices.push(aliasesSplice(xml, document, edit.aliases));
  if (edit.certificateArn !== undefined) splices.push(certificateSplice(xml, document, edit.certificateArn));
  if (edit.enabled !== undefined) splices.push(document.write('Enabled', String(edit.enabled)));
  if (edit.functionArn !== undefined) splices.push(functionSplice(xml, document, edit.functionArn));
  const edited = splice(xml, splices);
  // On its own, since the function is of the default behaviour too.
  return edit.settings === undefined ? edited : withSettings(edited, settingWords(edit.settings));
}

function aliasesSplice(xml: string, document: ConfigDocument, wanted: readonly string[]): Splice {
  const element = aliasesIn(xml, document.member('Aliases'));
  const unwanted = element.names.filter((name) => !wanted.includes(name));
  return document.write('Aliases', element.edit(wanted, unwanted));
}

function certificateSplice(xml: string, document: ConfigDocument, arn: string | null): Splice {
  const content = viewerCertificateContent(xml, document.member('ViewerCertificate'), certificateOf(arn));
  return document.write('ViewerCertificate', content);
}

const certificateOf = (arn: string | null): ViewerCertificate =>
  arn === null
    ? { kind: 'default' }
    : { kind: 'acm', arn, sslSupportMethod: 'sni-only', minimumProtocolVersion: 'TLSv1.2_2021' };

function functionSplice(xml: string, document: ConfigDocument, functionArn: string | null): Splice {
  const behavior = document.member('DefaultCacheBehavior');
  if (behavior === undefined) throw new XmlError('<DefaultCacheBehavior> is missing');
  return document.write('DefaultCacheBehavior', withViewerRequestFunction(xml, behavior, functionArn));
}
