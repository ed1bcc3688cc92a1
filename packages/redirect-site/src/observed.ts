export interface Observed {
  readonly looks: ReadonlySet<string>;
}
export interface Action {
  readonly kind: string;
}
