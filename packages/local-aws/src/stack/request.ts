/** What is to be deployed, and where. */
export interface StackRequest {
  readonly accountId: string;
  readonly region: string;
  readonly name: string;
  /** Of a stack that was given one beforehand. */
  readonly id?: string;
  /** The template's text, YAML or JSON. */
  readonly template: string;
  /** Where the template is: how messages name it, and where the paths of nested templates begin. */
  readonly file: string;
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** Leaves what failed as it is, in place of the way back. */
  readonly disableRollback?: boolean;
  /** Of a nested stack: the files of the templates that it is nested in, the outermost first. */
  readonly nestedIn?: readonly string[];
}
