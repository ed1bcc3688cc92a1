/**
 * Functions that run within the page: they are sent to the browser as text, so each stands alone. jest knows no DOM,
 * hence the narrow types.
 */
// biome-ignore lint/suspicious/noExplicitAny: the browser's globals, which Node's types do not have
declare const document: any, getComputedStyle: any, innerWidth: number, innerHeight: number;

/** Every text whose contrast with its ground is below what WCAG 2 asks for: 4.5 : 1, and 3 : 1 for large letters. */
export function poorContrasts(): string[] {
  type Rgb = [number, number, number, number];
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const known = new Map<string, Rgb>();
  // Reading a pixel back takes longer than all the rest, and a page has few colours.
  const rgb = (colour: string): Rgb => {
    const read = known.get(colour) ?? drawn(colour);
    known.set(colour, read);
    return read;
  };
  const drawn = (colour: string): Rgb => {
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a]: Rgb, [R, G, B]: Rgb): Rgb => [
    r * a + R * (1 - a),
    g * a + G * (1 - a),
    b * a + B * (1 - a),
    1,
  ];
  const luminance = ([r, g, b]: Rgb): number => {
    const [R, G, B] = [r, g, b].map((each) => {
      const c = each / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  // biome-ignore lint/suspicious/noExplicitAny: an element of the browser
  const groundOf = (element: any): Rgb => {
    const isIn = element.closest('svg.chart') && !element.parentElement.matches('.chart');
    const rect = isIn && element.parentElement.querySelector('rect');
    const bar = element.closest('.segment')?.querySelector('rect');
    const isLabel = element.classList?.contains('label');
    const under = bar ?? (isLabel ? undefined : rect);
    if (under) {
      const fill = getComputedStyle(under).fill;
      if (!fill.startsWith('url')) return over(rgb(fill), groundOf(element.closest('section')));
    }
    const layers: Rgb[] = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduceRight((ground, layer) => over(layer, ground), [255, 255, 255, 1] as Rgb);
  };
  const found = new Set<string>();
  // biome-ignore lint/suspicious/noExplicitAny: elements of the browser
  for (const element of [...document.querySelectorAll('main *')] as any[]) {
    // biome-ignore lint/suspicious/noExplicitAny: nodes of the browser
    const hasText = [...element.childNodes].some((node: any) => node.nodeType === 3 && node.data.trim());
    if (!hasText || element.matches('title, option') || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const isSvg = element.namespaceURI.endsWith('svg');
    const ground = groundOf(element);
    const ink = over(rgb(isSvg ? style.fill : style.color), ground);
    const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a) as [number, number];
    const ratio = (light + 0.05) / (dark + 0.05);
    const pixels = Number.parseFloat(style.fontSize);
    const isLarge = pixels >= 24 || (pixels >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5))
      found.add(
        `${element.tagName}.${element.getAttribute('class')}: ${ratio.toFixed(2)} (${element.textContent.slice(0, 30)})`,
      );
  }
  return [...found];
}

/** What a screen reader or a keyboard would stumble over. */
export function stumblingBlocks(): string[] {
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map(({ id }) => id);
  const levels = all('h1, h2, h3').map(({ tagName }) => Number(tagName[1]));
  // biome-ignore lint/suspicious/noExplicitAny: an element of the browser
  const nameOf = (each: any): string =>
    each.getAttribute('aria-label') ??
    document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent ??
    '';
  // biome-ignore lint/suspicious/noExplicitAny: an element of the browser
  const scrolls = (each: any): boolean =>
    each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX);
  return [
    ...(document.documentElement.lang === 'en' ? [] : ['no language']),
    ...(all('h1').length === 1 ? [] : ['not one h1']),
    ...levels.flatMap((level, i) =>
      level > (levels[i - 1] ?? 0) + 1 ? [`h${level} without its parent`] : [],
    ),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} twice`),
    ...all('table').flatMap((each) => (each.caption?.textContent ? [] : ['a table without a caption'])),
    ...all('th').flatMap((each) => (each.scope ? [] : ['a th without a scope'])),
    ...all('section, [role=region], [role=img], svg.chart').flatMap((each) =>
      nameOf(each) ? [] : [`${each.tagName} without a name`],
    ),
    ...all('input:not([type=hidden])').flatMap((each) =>
      each.labels.length > 0 ? [] : [`input ${each.id} without a label`],
    ),
    ...all('main *').flatMap((each) =>
      scrolls(each) && each.tabIndex !== 0 ? [`${each.className} scrolls, but takes no focus`] : [],
    ),
    ...all('a[href^="#"]').flatMap((each) =>
      document.getElementById(each.getAttribute('href').slice(1))
        ? []
        : [`a link to ${each.getAttribute('href')}`],
    ),
  ];
}

/** Of these elements, those that are not wholly on the first screen. */
export function belowTheFold(selectors: string[]): string[] {
  return selectors.filter((selector) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return !box || box.top < 0 || box.left < 0 || box.bottom > innerHeight || box.right > innerWidth;
  });
}
