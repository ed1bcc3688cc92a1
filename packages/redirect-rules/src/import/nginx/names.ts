import type { Reporter } from '../report';
import type { Server } from './server';

const hostName = /^(\*\.)?[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;

/** Names of a server as hosts of a site; those that cannot be hosts are reported. */
export function hostsOf({ names, line }: Server, report: Reporter): string[] {
  const hosts = names.flatMap((name) => {
    if (name.startsWith('.') && hostName.test(name.slice(1))) return [name.slice(1), `*${name}`];
    if (hostName.test(name) && name !== '_') return [name];
    if (name.startsWith('~')) return regexHosts(name.slice(1), line, report);
    if (name.endsWith('.*'))
      report.refused(line, `server_name ${name}`, 'a site has names, or *.names below one');
    else
      report.changed(line, `server_name ${name}`, 'left out: a distribution answers for its own names only');
    return [];
  });
  return [...new Set(hosts)];
}

/** A regex that stands for a few names, such as `^(www\.)?example\.com$`, or for all below one. */
function regexHosts(regex: string, line: number, report: Reporter): string[] {
  const below = /^\^?(?:\(?(?:\?<\w+>|\?P<\w+>)?\.[+*]\)?)\\\.((?:[\w-]|\\\.)+)\$$/.exec(regex)?.[1];
  if (below !== undefined) return [`*.${plain(below)}`.toLowerCase()];
  const hosts = /^\^.*\$$/.test(regex) ? expanded(regex.slice(1, -1)) : undefined;
  if (hosts?.every((host) => hostName.test(host))) return hosts;
  report.refused(
    line,
    `server_name ~${regex}`,
    'a site has names, or *.names below one; list those that you serve',
  );
  return [];
}

const plain = (source: string): string => source.replaceAll('\\', '');
const maxNames = 64;

/** All texts of a regex of letters, groups of alternatives and `?`; undefined for more than that. */
function expanded(source: string): string[] | undefined {
  const part = /\(\??:?([\w.|\\-]*)\)(\??)|((?:[\w-]|\\\.))(\??)/y;
  let all = [''];
  for (let at = 0; at < source.length; at = part.lastIndex) {
    part.lastIndex = at;
    const found = part.exec(source);
    if (found === null) return undefined;
    const [, group, groupMark, letter, letterMark] = found;
    const options = (group ?? letter)!.split('|').map(plain);
    if ((groupMark || letterMark) === '?') options.push('');
    all = all.flatMap((start) => options.map((option) => start + option));
    if (all.length > maxNames) return undefined;
  }
  return all.map((host) => host.toLowerCase());
}
