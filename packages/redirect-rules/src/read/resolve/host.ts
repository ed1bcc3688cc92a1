import { shown } from '../problem';
import { Complaint } from './complaint';

const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/** A host as requests name it: lower case, in Punycode; `*.` before it stands for all below. */
export function hostOf(text: string): string | Complaint {
  const host = text.toLowerCase().trim();
  const from = (what: string, better: string) => new Complaint(`${shown(text)} ${what}.`, better);
  const bare = /^(?:[a-z][a-z\d+.-]*:)?\/\/([^/?#]*)/.exec(host)?.[1] ?? /^([^/?#:]+)[/?#:]/.exec(host)?.[1];
  if (bare !== undefined)
    return from('is more than a host', `Write the host alone: ${quoted(bare.split(':')[0]!)}.`);
  if (host.endsWith('.')) return from('ends with a dot', `Write ${quoted(host.replace(/\.+$/, ''))}.`);
  const isWildcard = host.startsWith('*.');
  const name = isWildcard ? host.slice(2) : host;
  if (name.includes('*'))
    return from('has a star elsewhere than at its start', "Write '*.example.com' for all names below one.");
  const ascii = asciiOf(name);
  const labels = ascii?.split('.') ?? [];
  if (ascii === undefined || ascii.length > 253 || !labels.every((each) => label.test(each)))
    return from(
      'is no host name',
      'Write a name such as www.example.com: letters, digits and hyphens between dots.',
    );
  if (labels.length < 2) return from('has no dot', `Write the whole name, such as ${ascii}.example.com.`);
  if (/^\d+$/.test(labels.at(-1)!))
    return from('is an address, not a name', 'Write the name that people use.');
  return isWildcard ? `*.${ascii}` : ascii;
}

/** Punycode for names of other scripts, as browsers send them. */
function asciiOf(name: string): string | undefined {
  if (/^[a-z0-9.-]+$/.test(name)) return name;
  return URL.canParse(`https://${name}/`) && !/[\s%/@:[\]\\^|_]/.test(name)
    ? new URL(`https://${name}/`).hostname
    : undefined;
}

const quoted = (host: string): string => (host.startsWith('*') ? `'${host}'` : host);

/** Whether a site that has these hosts answers for this one. */
export function isAmong(host: string, hosts: ReadonlySet<string>): boolean {
  if (hosts.has(host)) return true;
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
    if (hosts.has(`*${host.slice(dot)}`)) return true;
  return false;
}
