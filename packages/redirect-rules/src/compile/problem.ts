/** A site that the layout cannot hold. The message says which and what to do. */
export class SiteProblem extends Error {
  override readonly name = 'SiteProblem';
  constructor(
    readonly site: string,
    readonly what: string,
  ) {
    super(`site ${site}: ${what}`);
  }
}
