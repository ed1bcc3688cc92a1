/**
 * CloudFront leaves `Items` out where `Quantity` is 0, and clients tell the two apart: boto3 has no key then.
 * Lists without a count beside them stay, as an empty element.
 */
export function withoutEmptyItems(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyItems);
  if (!isPlainObject(value)) return value;
  const counted = 'Quantity' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name, member]) => !(counted && name === 'Items' && Array.isArray(member) && member.length === 0),
      )
      .map(([name, member]) => [name, withoutEmptyItems(member)]),
  );
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !(value instanceof Date) && !(value instanceof Uint8Array);
