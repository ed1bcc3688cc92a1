import { childrenOf, type ElementSpan } from './elements';
import { fill, splice } from './splice';
import { decodeText, encodeText } from './text';

const EVENT = 'viewer-request';

/**
 * @param behavior a cache behaviour's element of `xml`
 * @param functionArn what runs on its viewer requests from now on; null: nothing does
 * @returns the behaviour's content with that one association changed; those of other events stay as they are
 */
export function withViewerRequestFunction(
  xml: string,
  behavior: ElementSpan,
  functionArn: string | null,
): string {
  const content = xml.slice(behavior.contentStart, behavior.contentEnd);
  const members = childrenOf(content, wholeOf(content));
  const element = members.find(({ name }) => name === 'FunctionAssociations');
  const associations = element ? keptOf(content, element) : [];
  if (functionArn !== null) associations.push(associationOf(functionArn));
  const text = listOf(associations);
  if (element) return splice(content, [fill(content, element, text)]);
  return `${content}<FunctionAssociations>${text}</FunctionAssociations>`;
}

/** The XML of the associations of all other events. */
function keptOf(content: string, element: ElementSpan): string[] {
  const items = childrenOf(content, element).find(({ name }) => name === 'Items');
  return (items ? childrenOf(content, items) : [])
    .filter((association) => eventOf(content, association) !== EVENT)
    .map(({ start, end }) => content.slice(start, end));
}

function eventOf(content: string, association: ElementSpan): string | undefined {
  const event = childrenOf(content, association).find(({ name }) => name === 'EventType');
  return event && decodeText(content.slice(event.contentStart, event.contentEnd)).trim();
}

const associationOf = (functionArn: string): string =>
  `<FunctionAssociation><FunctionARN>${encodeText(functionArn)}</FunctionARN><EventType>${EVENT}</EventType></FunctionAssociation>`;

const listOf = (associations: readonly string[]): string =>
  `<Quantity>${associations.length}</Quantity>${associations.length > 0 ? `<Items>${associations.join('')}</Items>` : ''}`;

const wholeOf = (content: string): ElementSpan => ({
  name: 'DefaultCacheBehavior',
  start: 0,
  end: content.length,
  contentStart: 0,
  contentEnd: content.length,
  selfClosing: false,
});
