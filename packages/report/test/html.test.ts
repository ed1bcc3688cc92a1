import { html, nothing, trusted } from '../src/html';

describe('markup with values in it', () => {
  test.each([
    ['tags', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['the end of an attribute', `" onload="x' y\``, '&quot; onload=&quot;x&#39; y&#96;'],
    ['entities', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['control characters', 'a\u0000b\u001bc', 'a\u2400b\u241bc'],
    ['letters that turn the direction of writing', 'a\u202eb\u2066c', 'a\ufffdb\ufffdc'],
  ])('escapes %s', (_, given, written) => {
    expect(html`<p>${given}</p>`.markup).toBe(`<p>${written}</p>`);
  });

  it('keeps markup that was made here, lists of it, and numbers', () => {
    const items = ['a', '<'].map((each) => html`<li>${each}</li>`);
    expect(html`<ul>${items}</ul>${3}`.markup).toBe('<ul><li>a</li><li>&lt;</li></ul>3');
    expect(html`${trusted('<hr>')}${nothing}`.markup).toBe('<hr>');
  });

  it('leaves nothing for what is not there', () => {
    expect(html`[${undefined}${false}${[]}]`.markup).toBe('[]');
  });
});
