import { problemsOf, type Row, rule, to } from './said';

describe('a mistake in a match is said with its place and what to write instead:', () => {
  const match = (text: string) => rule(`Match: ${text}`, to);
  test.each<Row>([
    ['a regex', match('^/x'), "4:12 ^/x looks like a regex. -> Write Match: {Regex: '^/x'}."],
    ['no slash', match('x'), '4:12 x does not begin with a slash. -> Write /x.'],
    ['a query', match('/x?a=1'), "4:12 /x?a=1 has a query. -> Write Match: {Path: /x, Query: {a: '1'}}."],
    [
      'a fragment',
      match('/x#y'),
      '4:12 /x#y has a fragment, which browsers keep to themselves. -> Write /x.',
    ],
    [
      'a URL',
      match('https://a.org/x'),
      '4:12 https://a.org/x is a URL. -> Put the host into Hosts of the site, and its path here.',
    ],
    [
      'a star within',
      match('/a/*/b'),
      '4:12 /a/*/b has a star before its end. -> A star stands for all that is left; write :name for one segment, or Regex: ^/a/[^/]*/b$.',
    ],
    [
      'a placeholder without a name',
      match("'/a/:'"),
      '4:12 : in /a/: is no placeholder. -> A segment that begins with a colon is one: a letter, then letters, digits and underscores.',
    ],
    [
      'a placeholder twice',
      match('/:a/:a'),
      '4:12 :a stands twice in /:a/:a. -> Give each placeholder its own name.',
    ],
    [
      'Path and Regex',
      match('{Path: /a, Regex: ^/b}'),
      '4:23 A match has Path and Regex. -> Keep one; a Regex can say both.',
    ],
    [
      'On without Regex',
      match('{Path: /a, On: Uri}'),
      '4:23 On says what Regex looks at, and there is no Regex. -> Remove On.',
    ],
    [
      'a regex that is not closed',
      match("{Regex: '^/(a'}"),
      '4:20 This regex cannot be used: "(" at 3 is not closed. -> Write it with what JavaScript and PCRE share: classes, (groups), (?:groups), (?<named>groups), * + ? {2,3}.',
    ],
    [
      'an atomic group',
      match("{Regex: '^/(?>a)'}"),
      '4:20 This regex cannot be used: "(?>a" is not known to both engines; groups are (..), (?:..), (?<name>..). -> Write it with what JavaScript and PCRE share: classes, (groups), (?:groups), (?<named>groups), * + ? {2,3}.',
    ],
    [
      'a regex of many loops',
      match(`{Regex: '${'.*a'.repeat(20)}'}`),
      '4:20 This regex has 20 loops (* or +); at most 12 can be judged. -> Match a Path, or divide the rule.',
    ],
    [
      'a regex of many repeats',
      match("{Regex: '^/([a-z]{1,100}){1,100}$'}"),
      '4:20 This regex has 10,305 parts when its {repeats} are written out; at most 5,000 fit. -> Write * or + for large repeats.',
    ],
    ['a country in small letters', match('{Country: [DE, at]}'), '4:27 at is no country code. -> Write AT.'],
    ['a country that people call so', match('{Country: [UK]}'), '4:23 UK is no country code. -> Write GB.'],
    [
      'a parameter with its value',
      match("{Query: {'a=1': x}}"),
      '4:21 a=1 is no name of a parameter. -> Write the name alone, as it is sent.',
    ],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
});
