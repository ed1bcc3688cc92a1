/** A number as a handler gets it: CloudFormation sends text, its runtime library makes bigints of that. */
export type Numeric = number | string | bigint;
