/** As CloudFront and ACM take them: a list that is not empty, or none. */
export function tagsOf(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] | undefined {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  return list.length > 0 ? list : undefined;
}
