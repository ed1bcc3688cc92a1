import { shown } from '../problem';
import { Complaint } from './complaint';

/** Whether a target is a URL that a Location header can say. What its captures are is looked at with the match. */
export function checkTarget(text: string, host: string): Complaint | undefined {
  const from = (what: string, instead: string) => new Complaint(`${shown(text)} ${what}.`, instead);
  const space = /[\s\p{Cc}]/u.exec(text)?.[0];
  if (space !== undefined)
    return from('has a blank', `Write ${encodeURIComponent(space)} for it, or take it out.`);
  if (text.startsWith('//')) return from('has no scheme', `Write ${shown(`https:${text}`)}.`);
  if (text.startsWith('/')) return from('has no host', `Write ${shown(`https://${host}${text}`)}.`);
  const scheme = /^([A-Za-z][A-Za-z\d+.-]*):(?!\d)/.exec(text)?.[1];
  if (scheme === undefined) return from('has no scheme', `Write ${shown(`https://${text}`)}.`);
  if (!/^https?$/i.test(scheme))
    return from('does not lead to a web page', 'A target begins with https:// or http://.');
  if (!/^https?:\/\//.test(text))
    return from(
      'has no host',
      `Write ${shown(text.replace(/^https?:[\\/]*/i, (it) => `${it.slice(0, it.indexOf(':')).toLowerCase()}://`))}.`,
    );
  if (/^https?:\/\/(?:[/?#\\:]|$)/.test(text))
    return from('has no host', 'Write https://www.example.com/path.');
  if (/^[^/]*\/\/[^/?#]*@/.test(text))
    return from('has a user name', 'Write the host alone between // and the path.');
  if (text.includes('\\')) return from('has a backslash', `Write ${shown(text.replaceAll('\\', '/'))}.`);
  return checkHost(text);
}

/** Nearly all are, and asking for it is quick. */
const plainHost = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/;

/** The host, where no capture has a part in it. */
function checkHost(text: string): Complaint | undefined {
  const host = /^https?:\/\/([^/?#]*)/.exec(text)![1]!;
  if (plainHost.test(host) || /[$:]/.test(host.replace(/:\d+$/, ''))) return undefined;
  const origin = text.slice(0, text.indexOf('//') + 2) + host;
  if (URL.canParse(`${origin}/`)) return undefined;
  return new Complaint(`${shown(host)} is no host name.`, 'Write a name such as www.example.com.');
}
