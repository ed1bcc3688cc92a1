import type { SettingWords } from '../site/settings';
import { openConfig } from './config-document';
import { childrenOf, type ElementSpan, XmlError } from './elements';
import { fill, type Splice, splice } from './splice';
import { decodeText, encodeText } from './text';

/** A configuration with these settings: of the default behaviour, and of the origin that it leads to. */
export function withSettings(xml: string, settings: SettingWords): string {
  const document = openConfig(xml);
  const behavior = needed(document.member('DefaultCacheBehavior'), 'DefaultCacheBehavior');
  const target = textOf(xml, child(xml, behavior, 'TargetOriginId'));
  return splice(xml, [
    document.write('PriceClass', settings.priceClass),
    document.write('Logging', loggingContent(settings.logs)),
    fill(xml, child(xml, behavior, 'ViewerProtocolPolicy'), settings.viewerProtocolPolicy),
    originSplice(xml, needed(document.member('Origins'), 'Origins'), target, settings.originDomainName),
  ]);
}

function originSplice(xml: string, origins: ElementSpan, id: string, domainName: string): Splice {
  const all = childrenOf(xml, child(xml, origins, 'Items'));
  const origin = all.find((each) => textOf(xml, child(xml, each, 'Id')) === id);
  return fill(xml, child(xml, needed(origin, `Origin> of ${id}`), 'DomainName'), encodeText(domainName));
}

/** Standard logs that are off have empty names. */
const loggingContent = (logs: SettingWords['logs']): string =>
  [
    `<Enabled>${logs !== undefined}</Enabled><IncludeCookies>false</IncludeCookies>`,
    `<Bucket>${encodeText(logs?.bucket ?? '')}</Bucket><Prefix>${encodeText(logs?.prefix ?? '')}</Prefix>`,
  ].join('');

const child = (xml: string, parent: ElementSpan, name: string): ElementSpan =>
  needed(
    childrenOf(xml, parent).find((each) => each.name === name),
    name,
  );

const textOf = (xml: string, { contentStart, contentEnd }: ElementSpan): string =>
  decodeText(xml.slice(contentStart, contentEnd)).trim();

function needed(element: ElementSpan | undefined, name: string): ElementSpan {
  if (element === undefined) throw new XmlError(`<${name}> is missing`);
  return element;
}
