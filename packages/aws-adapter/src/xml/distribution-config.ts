import type { DistributionEdit } from '@cutover/alias-migration';
import { readAliases } from './aliases';
import { type ElementSpan, rootOf, XmlError } from './elements';
import { fill, type Splice, splice } from './splice';
import { viewerCertificateContent } from './viewer-certificate';

/**
 * Edits the XML of a distribution's configuration in `Aliases` and, if asked, `ViewerCertificate`. UpdateDistribution
 * replaces the whole configuration, so everything else goes back byte for byte as it was read.
 */
export function editDistributionConfig(xml: string, edit: DistributionEdit): string {
  const { root, children } = rootOf(xml);
  if (root.name !== 'DistributionConfig') {
    throw new XmlError(`expected <DistributionConfig>, found <${root.name}>`);
  }
  const member = (name: string): ElementSpan | undefined => children.find((each) => each.name === name);
  // A member that is missing goes where the model has it: right behind CallerReference.
  const insertAt = member('CallerReference')?.end ?? root.contentStart;
  const write = (name: string, element: ElementSpan | undefined, content: string): Splice =>
    element === undefined
      ? { start: insertAt, end: insertAt, text: `<${name}>${content}</${name}>` }
      : fill(xml, element, content);

  const splices = [write('Aliases', member('Aliases'), aliasesContent(xml, member('Aliases'), edit))];
  if (edit.certificate !== undefined) {
    const certificate = member('ViewerCertificate');
    const content = viewerCertificateContent(xml, certificate, edit.certificate);
    splices.push(write('ViewerCertificate', certificate, content));
  }
  return splice(xml, splices);
}

const EMPTY: ElementSpan = {
  name: 'Aliases',
  start: 0,
  end: 0,
  contentStart: 0,
  contentEnd: 0,
  selfClosing: false,
};

function aliasesContent(xml: string, element: ElementSpan | undefined, edit: DistributionEdit): string {
  return readAliases(xml, element ?? EMPTY).edit(edit.addAliases, edit.removeAliases);
}
