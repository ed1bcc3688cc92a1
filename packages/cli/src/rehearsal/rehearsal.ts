import type { Knobs, SeededKind } from '@cutover/local-aws';

/** A rehearsal folder as read: what there is before, what is deployed when, which traffic runs. */
export interface Rehearsal {
  readonly folder: string;
  readonly description: string;
  /** Names used in the folder, and the account numbers behind them. The first is the default account. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly before: Before;
  /** By the domain name that distributions know the origin by. */
  readonly origins: Readonly<Record<string, OriginRules>>;
  /** Web servers that viewers reach past CloudFront, by address. */
  readonly endpoints: Readonly<Record<string, EndpointRules>>;
  /** Where this AWS departs from what is likely of the real one. */
  readonly knobs: Partial<Knobs>;
  readonly deploy: readonly Deployment[];
  readonly traffic: TrafficRequest;
  readonly expect: Expectation;
}

/** The accounts of a folder and what there is in them. */
export type Setting = Pick<Rehearsal, 'folder' | 'accounts' | 'before' | 'origins'>;

/** What exists before the traffic begins: AWS CLI output as pasted, and stacks. */
export interface Before extends Readonly<Record<SeededKind, readonly PastedFile[]>> {
  readonly functions: readonly PastedFunction[];
  readonly distributions: readonly PastedDistribution[];
  readonly hostedZones: readonly PastedZone[];
  readonly certificates: readonly PastedFile[];
  readonly buckets: readonly SeededBucket[];
  readonly stacks: readonly StackRequest[];
}

export interface PastedFile {
  readonly account: string;
  /** Path below the folder. */
  readonly file: string;
}

export interface PastedDistribution extends PastedFile {
  readonly id: string;
  /** get-distribution-config does not show it; needed where pasted DNS records name it. */
  readonly domainName?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** `file` is what describe-function printed, `code` what get-function wrote. */
export interface PastedFunction extends PastedFile {
  readonly code: string;
}

/** A bucket of S3 with its objects, by key: files below the folder. */
export interface SeededBucket {
  readonly account: string;
  readonly name: string;
  readonly region: string;
  readonly versioned: boolean;
  readonly objects: Readonly<Record<string, string>>;
}

export interface PastedZone extends PastedFile {
  readonly id: string;
  readonly name: string;
}

export interface StackRequest {
  readonly account: string;
  readonly stack: string;
  readonly template: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export type ParameterValue = string | StackOutput;

/** An output of a stack that was deployed before, as people copy them from one account to the other. */
export interface StackOutput {
  readonly account: string;
  readonly stack: string;
  readonly output: string;
}

/** Deployments go one after the other, in the order given, none before its time. */
export interface Deployment extends StackRequest {
  /** Virtual seconds since the traffic began. */
  readonly at: number;
  /** UpdateStack in place of CreateStack. */
  readonly update: boolean;
  /** Whether it is to be refused, and rolled back: a rehearsal of a mistake. */
  readonly refused: boolean;
}

export interface OriginRules {
  readonly rules: readonly OriginRule[];
}

export interface EndpointRules extends OriginRules {
  /** What its certificate covers. */
  readonly names: readonly string[];
}

export interface OriginRule {
  readonly host?: string[];
  /** The id of the distribution that asks. */
  readonly distribution?: string;
  readonly path?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface TrafficRequest {
  readonly names: readonly string[];
  readonly path: string;
  readonly expect: { readonly status: number; readonly sides: Readonly<Record<string, SideMark>> };
  readonly requestsPerSecond: number;
  readonly requestsPerSecondNearChange: number;
  /** Traffic goes on for so long after the last stack has settled. */
  readonly tailSeconds: number;
}

/** The response header that tells which side has answered. */
export interface SideMark {
  readonly header: string;
  readonly value: string;
}

export interface Expectation {
  /** The side that must answer each name in the end. */
  readonly finalSide: Readonly<Record<string, string>>;
}
