const longestLabel = 63;
const longestName = 255;

/** What Route 53 finds wrong with a domain name, in its own words; undefined if nothing. */
export function nameProblem(name: string): string | undefined {
  const bare = name.replace(/\.$/, '');
  const labels = bare.replace(/\\[0-3][0-7]{2}/g, '?').split('.');
  if (labels.some((label) => label === ''))
    return `FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with '${name}'`;
  if (labels.some((label) => label.length > longestLabel))
    return `FATAL problem: DomainLabelTooLong (Domain label is too long) encountered with '${name}'`;
  if (bare.length > longestName)
    return `FATAL problem: DomainNameTooLong (Domain name is too long) encountered with '${name}'`;
  return undefined;
}
