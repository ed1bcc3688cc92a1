export type * from './record';
export { reportHtml } from './report-html';
