export { Html, html, nothing, trusted } from './html';
export type * from './record';
export { reportHtml } from './report-html';
