export { Html, html, nothing, trusted } from './html';
export { intervalSeconds } from './load';
export { type PageParts, pageHtml } from './page/page';
export type * from './record';
export { reportHtml } from './report-html';
export { section, table } from './sections/section';
