/** Something that the person who copies can mend: where it stands and what to write there. */
export class CopyProblem extends Error {
  override readonly name = 'CopyProblem';
}
