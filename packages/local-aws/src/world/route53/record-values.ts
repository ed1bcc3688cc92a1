import { isIPv4, isIPv6 } from 'node:net';
import type { ResourceRecordSet } from '@aws-sdk/client-route-53';
import { nameProblem } from './domain-name';

const problem = (what: string, value: string): string =>
  `Invalid Resource Record: 'FATAL problem: ${what} encountered with '${value}''`;

/** What Route 53 says against the values of a set, in its own words; undefined if nothing. */
export function valueProblem(set: ResourceRecordSet): string | undefined {
  const values = (set.ResourceRecords ?? []).map((record) => record.Value ?? '');
  const twice = values.find((value, at) => values.indexOf(value) !== at);
  if (twice !== undefined) return `Duplicate Resource Record: '${twice}'`;
  if (set.Type === 'CNAME' && values.length > 1)
    return `RRSet of type CNAME with DNS name ${set.Name} is not permitted as it has more than one value`;
  const check = checks[set.Type ?? ''];
  return check && values.map(check).find((said) => said !== undefined);
}

const checks: Record<string, (value: string) => string | undefined> = {
  A: (value) =>
    isIPv4(value)
      ? undefined
      : problem('ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)', value),
  AAAA: (value) =>
    isIPv6(value)
      ? undefined
      : problem('AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)', value),
  CNAME: targetProblem,
  CAA: (value) =>
    /^\d{1,3}\s+[a-z0-9]+\s+"[^"]*"$/i.test(value)
      ? undefined
      : problem('CAARRDATAIllegalFormat (Value is not flags, tag and quoted value)', value),
  NS: targetProblem,
  TXT: textProblem,
};

function targetProblem(value: string): string | undefined {
  const said = nameProblem(value);
  return said && `Invalid Resource Record: '${said}'`;
}

function textProblem(value: string): string | undefined {
  const strings = value.match(/"(?:[^"\\]|\\.)*"/gs);
  if (!strings || strings.join('').length < value.replace(/\s+(?=")/g, '').length)
    return problem('InvalidCharacterString (Value should be enclosed in quotation marks)', value);
  if (strings.some((quoted) => quoted.length - 2 > 255))
    return problem('CharacterStringTooLong (Value is too long)', value);
  return undefined;
}
