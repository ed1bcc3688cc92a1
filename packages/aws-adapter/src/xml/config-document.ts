import { type ElementSpan, rootOf, XmlError } from './elements';
import { fill, type Splice } from './splice';

/** The XML of a distribution's configuration, opened to edit members of it. */
export interface ConfigDocument {
  member(name: string): ElementSpan | undefined;
  /** The member with this content, in its place, or where the model has it when there is none. */
  write(name: string, content: string): Splice;
}

/** Everything that is not edited goes back byte for byte as it was read: UpdateDistribution replaces the whole. */
export function openConfig(xml: string): ConfigDocument {
  const { root, children } = rootOf(xml);
  if (root.name !== 'DistributionConfig') {
    throw new XmlError(`expected <DistributionConfig>, found <${root.name}>`);
  }
  const member = (name: string): ElementSpan | undefined => children.find((each) => each.name === name);
  // A member that is missing goes where the model has it: right behind CallerReference.
  const insertAt = member('CallerReference')?.end ?? root.contentStart;
  return {
    member,
    write: (name, content) => {
      const element = member(name);
      return element === undefined
        ? { start: insertAt, end: insertAt, text: `<${name}>${content}</${name}>` }
        : fill(xml, element, content);
    },
  };
}
