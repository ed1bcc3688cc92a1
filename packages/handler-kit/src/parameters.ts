/** Small values that outlive a turn (SSM parameters in production). Absent names are never an error. */
export interface ParameterPort {
  /** All parameters below a path, recursively; values with them. */
  list(path: string): Promise<Parameter[]>;
  /** @returns false when the name is already there and `overwrite` is false. */
  put(name: string, value: string, overwrite: boolean): Promise<boolean>;
  remove(names: readonly string[]): Promise<void>;
}

export interface Parameter {
  readonly name: string;
  readonly value: string;
}
