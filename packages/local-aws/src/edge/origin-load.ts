/** A request that an origin has answered: what a cache did not keep off it. */
export interface OriginRequest {
  /** Virtual milliseconds since the start of the world. */
  readonly at: number;
  /** The edge that asked. */
  readonly edge: string;
  readonly distributionId: string;
  readonly originDomainName: string;
  /** As the origin sees it, without the query. */
  readonly path: string;
  readonly status: number;
}

/** All of them. */
export interface OriginLoad {
  record(request: OriginRequest): void;
  /** In order of time. Within one instant in order of their words, as which came first on the wall means nothing. */
  readonly requests: readonly OriginRequest[];
}

export function originLoad(): OriginLoad {
  const recorded: OriginRequest[] = [];
  return {
    record: (request) => recorded.push(request),
    get requests() {
      return recorded.toSorted((one, other) => one.at - other.at || (wordsOf(one) < wordsOf(other) ? -1 : 1));
    },
  };
}

const wordsOf = ({ edge, distributionId, originDomainName, path, status }: OriginRequest): string =>
  `${edge} ${distributionId} ${originDomainName} ${path} ${status}`;
