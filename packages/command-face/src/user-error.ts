/**
 * Something that the person at the keyboard can mend: a file, an option, an answer of AWS. It is shown as one line and
 * ends the command with exit code 2; anything else that is thrown is a defect of ours.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
