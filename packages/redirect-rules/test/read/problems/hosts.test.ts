import { problemsOf, type Row } from './said';

describe('a mistake in hosts is said with its place and what to write instead:', () => {
  const hosts = (...names: string[]) => `Sites:\n- Hosts: [${names.map((name) => `'${name}'`).join(', ')}]`;
  test.each<Row>([
    [
      'a URL',
      hosts('https://a.org/x'),
      '2:11 https://a.org/x is more than a host. -> Write the host alone: a.org.',
    ],
    ['a port', hosts('a.org:8080'), '2:11 a.org:8080 is more than a host. -> Write the host alone: a.org.'],
    ['a path', hosts('a.org/x'), '2:11 a.org/x is more than a host. -> Write the host alone: a.org.'],
    ['a dot at the end', hosts('a.org.'), '2:11 a.org. ends with a dot. -> Write a.org.'],
    [
      'a star within',
      hosts('a.*.org'),
      "2:11 a.*.org has a star elsewhere than at its start. -> Write '*.example.com' for all names below one.",
    ],
    [
      'a star for part of a name',
      hosts('*a.org'),
      "2:11 *a.org has a star elsewhere than at its start. -> Write '*.example.com' for all names below one.",
    ],
    [
      'one word',
      hosts('localhost'),
      '2:11 localhost has no dot. -> Write the whole name, such as localhost.example.com.',
    ],
    [
      'an address',
      hosts('192.0.2.1'),
      '2:11 192.0.2.1 is an address, not a name. -> Write the name that people use.',
    ],
    [
      'an underscore',
      hosts('a_b.org'),
      '2:11 a_b.org is no host name. -> Write a name such as www.example.com: letters, digits and hyphens between dots.',
    ],
    [
      'the same host twice in a site',
      hosts('a.org', 'A.org'),
      '2:20 a.org stands in line 2 already. -> Keep it in one site.',
    ],
    [
      'the same host in two sites',
      `${hosts('a.org')}\n- Hosts: [b.org, a.org]`,
      '3:18 a.org stands in line 2 already. -> Keep it in one site.',
    ],
    [
      'the same wildcard in two sites',
      `${hosts('*.a.org')}\n- Hosts: ['*.a.org']`,
      '3:11 *.a.org stands in line 2 already. -> Keep it in one site.',
    ],
  ])('%s', (_, text, problem) => expect(problemsOf(text)).toEqual([problem]));
});
