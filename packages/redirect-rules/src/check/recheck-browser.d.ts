/** The build of recheck that runs in the caller's thread; it has no types of its own. */
declare module 'recheck/lib/browser.js' {
  export { checkSync } from 'recheck';
}
