/** Where in a template something stands: keys and list positions from the root. */
export type Path = readonly (string | number)[];

/** Something wrong with a template, before anything was made of it: always one line that a person can act on. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

/** One finding at one place; `TemplateError` is what it becomes once file and line are known. */
export interface Problem {
  readonly at: Path;
  readonly text: string;
}

/** `Resources.Target.Properties.Aliases.0`, as CloudFormation's own validation writes it. */
export const pathText = (at: Path): string => at.join('.');
