import type { IntrinsicFunction } from './function';
import { splitAtFirstDot } from './names';

/** `[logical id, attribute]` or `logicalId.attribute`; the attribute itself may have dots. */
export const getAtt: IntrinsicFunction = {
  name: 'Fn::GetAtt',
  takes: 'a resource and an attribute: [Target, DomainName] or Target.DomainName',
  read: (argument, { at }) => {
    const words = typeof argument === 'string' ? splitAtFirstDot(argument) : argument;
    if (!Array.isArray(words) || words.length !== 2) return undefined;
    const [logicalId, attribute] = words;
    if (typeof logicalId !== 'string' || typeof attribute !== 'string' || !logicalId || !attribute)
      return undefined;
    return { kind: 'attribute', logicalId, attribute, at };
  },
};
