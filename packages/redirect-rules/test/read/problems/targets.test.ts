import { problemsOf, type Row, rule } from './said';

describe('a mistake in a target is said with its place and what to write instead:', () => {
  const target = (text: string, ...match: string[]) => rule(...match, `To: ${text}`);
  test.each<Row>([
    ['no scheme', target('www.b.org/x'), '4:9 www.b.org/x has no scheme. -> Write https://www.b.org/x.'],
    [
      'no scheme but a port',
      target('b.org:8443/x'),
      '4:9 b.org:8443/x has no scheme. -> Write https://b.org:8443/x.',
    ],
    ['two slashes first', target('//b.org'), '4:9 //b.org has no scheme. -> Write https://b.org.'],
    ['a path alone', target('/x'), '4:9 /x has no host. -> Write https://a.org/x.'],
    [
      'another scheme',
      target('javascript:alert(1)'),
      '4:9 javascript:alert(1) does not lead to a web page. -> A target begins with https:// or http://.',
    ],
    ['a capture for a scheme', target("'$1'"), '4:9 $1 has no scheme. -> Write https://$1.'],
    ['one slash', target('https:/b.org'), '4:9 https:/b.org has no host. -> Write https://b.org.'],
    ['no host', target('https:///x'), '4:9 https:///x has no host. -> Write https://www.example.com/path.'],
    [
      'a host that is none',
      target('https://b..org^/'),
      '4:9 b..org^ is no host name. -> Write a name such as www.example.com.',
    ],
    [
      'a user name',
      target('https://me@b.org/'),
      '4:9 https://me@b.org/ has a user name. -> Write the host alone between // and the path.',
    ],
    [
      'a blank',
      target('https://b.org/a b'),
      '4:9 https://b.org/a b has a blank. -> Write %20 for it, or take it out.',
    ],
    [
      'a backslash',
      target('https://b.org\\x'),
      '4:9 https://b.org\\x has a backslash. -> Write https://b.org/x.',
    ],
    [
      'a placeholder with a letter missing',
      target('https://b.org/:nme', 'Match: /:name'),
      '5:9 Nothing in the path is called :nme. -> Write :name.',
    ],
    [
      'a placeholder of no kin',
      target('https://b.org/:x', 'Match: /:name/:year'),
      '5:9 Nothing in the path is called :x. -> The path has :name or :year; write %3A for a colon.',
    ],
    [
      'a group that is not there',
      target('https://b.org/$3', "Match: {Regex: '^/(a)(?<b>b)'}"),
      '5:9 The target names $3, which nothing captures. -> The match captures $1, $b; write "$$" for a dollar sign.',
    ],
    [
      'a named group that is not there',
      target('https://b.org/$c', "Match: {Regex: '^/(?<b>b)'}"),
      '5:9 The target names $c, which nothing captures. -> The match captures $b; write "$$" for a dollar sign.',
    ],
    [
      'a named group as a placeholder',
      target('https://b.org/:b', "Match: {Regex: '^/(?<b>b)'}"),
      '5:9 :b stands for a placeholder of a Path. -> Write $b for a group of a Regex.',
    ],
    [
      'a group where nothing is captured',
      target('https://b.org/$1', 'Match: /a'),
      '5:9 The target names $1, which nothing captures. -> Nothing is captured here; write "$$" for a dollar sign.',
    ],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
});
