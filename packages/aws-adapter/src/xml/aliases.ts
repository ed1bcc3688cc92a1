import { childrenOf, type ElementSpan } from './elements';
import { fill, type Splice, splice } from './splice';
import { decodeText, encodeText } from './text';

/** The `<Aliases>` of a distribution's configuration, read with the places where its parts stand. */
export interface AliasesElement {
  readonly names: readonly string[];
  /** @returns the element's content with these names gone and those appended; unknown members stay. */
  edit(add: readonly string[], remove: readonly string[]): string;
}

const lower = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());

const ABSENT: ElementSpan = {
  name: 'Aliases',
  start: 0,
  end: 0,
  contentStart: 0,
  contentEnd: 0,
  selfClosing: false,
};

/** @param element the `<Aliases>` element of `xml`; undefined where it has none. */
export function aliasesIn(xml: string, element: ElementSpan = ABSENT): AliasesElement {
  const content = xml.slice(element.contentStart, element.contentEnd);
  const whole: ElementSpan = {
    ...element,
    start: 0,
    end: content.length,
    contentStart: 0,
    contentEnd: content.length,
  };
  const members = childrenOf(content, whole);
  const items = members.find((each) => each.name === 'Items');
  const held = items === undefined ? [] : childrenOf(content, items).filter((each) => each.name === 'CNAME');
  const nameOf = (cname: ElementSpan): string =>
    decodeText(content.slice(cname.contentStart, cname.contentEnd)).trim().toLowerCase();
  const names = held.map(nameOf);

  return {
    names,
    edit(add, remove) {
      const removed = new Set(lower(remove));
      const kept = names.filter((name) => !removed.has(name));
      const added = [...new Set(lower(add))].filter((name) => !kept.includes(name));
      const dropped = held.filter((cname) => removed.has(nameOf(cname)));
      const quantity = members.find((each) => each.name === 'Quantity');
      const count = kept.length + added.length;
      return splice(content, [
        ...quantitySplices(content, quantity, count),
        ...itemsSplices(content, { items, dropped, added, count, after: quantity?.end ?? 0 }),
      ]);
    },
  };
}

function quantitySplices(content: string, quantity: ElementSpan | undefined, count: number): Splice[] {
  if (quantity !== undefined) return [fill(content, quantity, String(count))];
  return [{ start: 0, end: 0, text: `<Quantity>${count}</Quantity>` }];
}

interface ItemsEdit {
  readonly items: ElementSpan | undefined;
  readonly dropped: readonly ElementSpan[];
  readonly added: readonly string[];
  /** How many names there are afterwards. */
  readonly count: number;
  /** Where the element goes when there is none. */
  readonly after: number;
}

function itemsSplices(content: string, { items, dropped, added, count, after }: ItemsEdit): Splice[] {
  const appended = added.map((name) => `<CNAME>${encodeText(name)}</CNAME>`).join('');
  if (items === undefined) {
    return count === 0 ? [] : [{ start: after, end: after, text: `<Items>${appended}</Items>` }];
  }
  // CloudFront leaves an empty list out: <Aliases><Quantity>0</Quantity></Aliases>.
  if (count === 0) return [{ start: items.start, end: items.end, text: '' }];
  if (items.selfClosing) return [fill(content, items, appended)];
  return [
    ...dropped.map((cname) => ({ start: cname.start, end: cname.end, text: '' })),
    { start: items.contentEnd, end: items.contentEnd, text: appended },
  ];
}
