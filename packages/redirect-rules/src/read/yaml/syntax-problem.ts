/** A text is no YAML, or more of YAML than rule files may use. */
export class SyntaxProblem extends Error {
  constructor(
    readonly offset: number,
    readonly what: string,
    readonly instead: string,
  ) {
    super(what);
  }
}
