import fc from 'fast-check';
import { editDistributionConfig } from '../src/xml/distribution-config';
import { rootOf, XmlError } from '../src/xml/elements';

const NS = 'xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"';
const config = (aliases: string, rest = ''): string =>
  `<?xml version="1.0"?>\n<DistributionConfig ${NS}><CallerReference>c</CallerReference>${aliases}${rest}<Enabled>true</Enabled></DistributionConfig>`;
const listOf = (...names: string[]): string =>
  `<Aliases><Quantity>${names.length}</Quantity><Items>${names.map((name) => `<CNAME>${name}</CNAME>`).join('')}</Items></Aliases>`;

const add = (...names: string[]) => ({ addAliases: names, removeAliases: [] });
const remove = (...names: string[]) => ({ addAliases: [], removeAliases: names });

describe('aliases are edited where they stand', () => {
  const edits: [string, string, { addAliases: string[]; removeAliases: string[] }, string][] = [
    [
      'a name joins an empty list',
      '<Aliases><Quantity>0</Quantity></Aliases>',
      add('a.example.com'),
      listOf('a.example.com'),
    ],
    ['a name joins a self-closing list', '<Aliases/>', add('a.example.com'), listOf('a.example.com')],
    [
      'a name joins a list with empty items',
      '<Aliases><Quantity>0</Quantity><Items/></Aliases>',
      add('a'),
      listOf('a'),
    ],
    ['a name joins others', listOf('a'), add('b'), listOf('a', 'b')],
    ['a name that is there already is not added again', listOf('a'), add('A'), listOf('a')],
    ['the last name leaves', listOf('a'), remove('a'), '<Aliases><Quantity>0</Quantity></Aliases>'],
    ['one of two names leaves', listOf('a', 'b'), remove('a'), listOf('b')],
    ['a name that is not there leaves nothing changed', listOf('a'), remove('x'), listOf('a')],
    [
      'names replace the wildcard in one edit',
      listOf('*.p'),
      { addAliases: ['a.p', 'b.p'], removeAliases: ['*.p'] },
      listOf('a.p', 'b.p'),
    ],
    [
      'a name written with an entity is known',
      listOf('a&#46;example.com'),
      remove('a.example.com'),
      '<Aliases><Quantity>0</Quantity></Aliases>',
    ],
    [
      'comments and unknown members of the list stay',
      '<Aliases><!-- ours <CNAME>x</CNAME> --><Quantity>1</Quantity><Items><CNAME>a</CNAME></Items><Owner>me</Owner></Aliases>',
      add('b'),
      '<Aliases><!-- ours <CNAME>x</CNAME> --><Quantity>2</Quantity><Items><CNAME>a</CNAME><CNAME>b</CNAME></Items><Owner>me</Owner></Aliases>',
    ],
  ];
  test.each(edits)('%s', (_, before, edit, after) => {
    expect(editDistributionConfig(config(before), edit)).toBe(config(after));
  });

  test('a configuration without the member gets it behind CallerReference', () => {
    expect(editDistributionConfig(config(''), add('a'))).toBe(config(listOf('a')));
  });
});

describe('what looks like Aliases and is not stays alone', () => {
  test.each([
    ['in a comment', '<!-- <Aliases><Quantity>9</Quantity></Aliases> -->'],
    ['in CDATA', '<Comment><![CDATA[<Aliases>]]></Comment>'],
    ['in another member', '<Future><Aliases><Quantity>1</Quantity></Aliases></Future>'],
    ['in an attribute', '<Future note="a > b <Aliases>"/>'],
    ['in text', '<Comment>&lt;Aliases&gt; &amp; more</Comment>'],
  ])('%s', (_, trap) => {
    const before = trap + listOf('a');
    expect(editDistributionConfig(config(before), add('b'))).toBe(config(trap + listOf('a', 'b')));
  });
});

describe('the certificate', () => {
  const acm = {
    kind: 'acm',
    arn: 'arn:x',
    sslSupportMethod: 'sni-only',
    minimumProtocolVersion: 'TLSv1.2_2021',
  } as const;
  const acmXml =
    '<ACMCertificateArn>arn:x</ACMCertificateArn><SSLSupportMethod>sni-only</SSLSupportMethod><MinimumProtocolVersion>TLSv1.2_2021</MinimumProtocolVersion>';
  const defaultXml =
    '<CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate><SSLSupportMethod>vip</SSLSupportMethod><MinimumProtocolVersion>TLSv1</MinimumProtocolVersion><CertificateSource>cloudfront</CertificateSource>';

  test('stays as it is when it is not named', () => {
    const rest = `<ViewerCertificate>${defaultXml}</ViewerCertificate>`;
    expect(editDistributionConfig(config(listOf('a'), rest), add())).toBe(config(listOf('a'), rest));
  });
  test('is attached, and members that we do not know stay', () => {
    const before = `<ViewerCertificate>${defaultXml}<Future>1</Future></ViewerCertificate>`;
    const after = `<ViewerCertificate>${acmXml}<Future>1</Future></ViewerCertificate>`;
    const edit = { ...add('b'), certificate: acm };
    expect(editDistributionConfig(config(listOf('a'), before), edit)).toBe(config(listOf('a', 'b'), after));
  });
  test('is taken away again', () => {
    const before = `<ViewerCertificate>${acmXml}<ns2>x</ns2></ViewerCertificate>`;
    const after =
      '<ViewerCertificate><CloudFrontDefaultCertificate>true</CloudFrontDefaultCertificate><ns2>x</ns2></ViewerCertificate>';
    const edit = { ...add(), certificate: { kind: 'default' } as const };
    expect(editDistributionConfig(config(listOf('a'), before), edit)).toBe(config(listOf('a'), after));
  });
  test('is added when there is none', () => {
    const edited = editDistributionConfig(config(listOf('a')), { ...add(), certificate: acm });
    expect(edited).toContain(`<ViewerCertificate>${acmXml}</ViewerCertificate>`);
  });
});

describe('whether it is enabled', () => {
  const isEnabled = (xml: string): string => /<Enabled>(.*)<\/Enabled>/.exec(xml)?.[1] ?? '';

  test('stays as it is when it is not named', () => {
    expect(isEnabled(editDistributionConfig(config(listOf('a')), add('b')))).toBe('true');
  });
  test('is changed where it stands, and nothing else', () => {
    const edited = editDistributionConfig(config(listOf('a')), { ...add(), enabled: false });
    expect(edited).toBe(config(listOf('a')).replace('<Enabled>true', '<Enabled>false'));
  });
});

describe('a text that is not a configuration is refused', () => {
  test.each([
    ['another root', '<Distribution/>'],
    ['two roots', '<DistributionConfig/><DistributionConfig/>'],
    ['nothing', ''],
    ['an element that is never closed', '<DistributionConfig><Aliases></DistributionConfig>'],
    ['a tag that is cut', '<DistributionConfig><Aliases'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><DistributionConfig/>'],
  ])('%s', (_, text) => {
    expect(() => editDistributionConfig(text, add('a'))).toThrow(XmlError);
  });
});

// Anything that CloudFront may add one day, in any mixture of texts, comments, attributes and nesting.
const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{1,8}$/);
const text = fc.stringMatching(/^[ a-z0-9\n]{0,8}(&amp;|&lt;|&#65;|<!-- <Aliases> -->|<!\[CDATA\[<x]]>)?$/);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(name, text).map(([tag, content]) => `<${tag}>${content}</${tag}>`),
    name.map((tag) => `<${tag} a="x>y" b='"'/>`),
    fc
      .tuple(name, fc.array(tie('element'), { maxLength: 3 }))
      .map(([tag, inner]) => `<${tag}>${inner.join('\n')}</${tag}>`),
  ),
}));
const unknown = fc
  .array(element, { maxLength: 4 })
  .map((elements) => elements.map((each) => `<Future>${each}</Future>`).join(''));
const aliases = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}\.example\.com$/), { maxLength: 5 });

describe('for every configuration', () => {
  test('what is around the aliases goes back byte for byte', () => {
    fc.assert(
      fc.property(unknown, unknown, aliases, aliases, aliases, (before, after, held, added, removed) => {
        const edited = editDistributionConfig(config(before + listOf(...held), after), {
          addAliases: added,
          removeAliases: removed,
        });
        const kept = held.filter((each) => !removed.includes(each));
        const names = [...kept, ...added.filter((each) => !kept.includes(each))];
        const list = names.length === 0 ? '<Aliases><Quantity>0</Quantity></Aliases>' : listOf(...names);
        expect(edited).toBe(config(before + list, after));
        expect(rootOf(edited).children.filter((child) => child.name === 'Aliases')).toHaveLength(1);
      }),
    );
  });

  test('adding names and taking them away again gives the bytes that were read', () => {
    fc.assert(
      fc.property(unknown, aliases, aliases, (rest, held, added) => {
        const fresh = added.filter((each) => !held.includes(each));
        const before = config(
          held.length === 0 ? '<Aliases><Quantity>0</Quantity></Aliases>' : listOf(...held),
          rest,
        );
        expect(editDistributionConfig(editDistributionConfig(before, add(...fresh)), remove(...fresh))).toBe(
          before,
        );
      }),
    );
  });
});
