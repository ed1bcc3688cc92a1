/** An id, an ARN, a name, a path, a property of the type, or a phase. */
const PLACE =
  /\b(?:[EZ][A-Z0-9]{6,}|arn:[\w-]+:|am-\d+|(?:[a-z0-9*_-]+\.)+[a-z]{2,})|\b(?:Target|Source|Dns|Bypass|Verification|Wildcard)\.[A-Z]|\b[A-Z][A-Za-z.]+:|\bPhase [A-Z_]+\b/;

/** How the sentences begin that tell people what to do. */
const IMPERATIVE =
  /(?:^|[.:;?!]\s|\bthen )(?:Add|Attach|Allow|Ask|Check|Correct|Declare|Delete|Enable|Find|Give|Leave|Let|Look|Lower|Make|Mend|Move|Name|Point|Publish|Put|Remove|Renew|Replace|Request|Resume|Set|Stop|Switch|Take|Try|Use|Wait)\b/i;
const COMMAND = /`(?:aws|cutover) [^`]+`/;

/** What a message for people lacks: they read it in a stack's events, with nothing else at hand. */
export const lacksOf = (message: string): string[] => [
  ...(/[A-Za-z]{2,} [A-Za-z]{2,}/.test(message) ? [] : ['what is wrong']),
  ...(PLACE.test(message) ? [] : ['where']),
  ...(IMPERATIVE.test(message) || COMMAND.test(message) ? [] : ['what to do next']),
];
