import type { Instant } from '@cutover/ground';
import type { Role, ServiceName } from '../../world/world';
import type { Made } from '../stack';
import type { Path, Problem } from '../template-error';
import type { Members } from '../value';

/** What stands behind one resource type. Methods throw ResourceFailure and AwsFailure, nothing else. */
export interface ResourceProvider {
  readonly type: string;
  /** What GetAtt may ask for. */
  readonly attributes: readonly string[];
  /** The same where the names are not known beforehand. */
  hasAttribute?(name: string): boolean;
  /** Properties whose change CloudFormation answers with a new resource; `A.B` for B inside A. */
  readonly createOnly: readonly string[];
  /** Properties that AWS changes in place and this provider does not: a change of one is refused. */
  readonly unchangeable?: readonly string[];
  /** Everything that can be found wrong without a call. A value that comes later is not judged. */
  problems(properties: Members, at: Path): Problem[];
  create(context: ResourceContext, properties: Members): Promise<Made>;
  update(context: ResourceContext, made: Made, properties: Members, previous: Members): Promise<Made>;
  /** What the resource is now, for the detection of drift; types without it are not checked. */
  read?(context: ResourceContext, made: Made, properties: Members): Promise<Members>;
  /** Absent already is as good as deleted. */
  delete(context: ResourceContext, made: Made, properties: Members): Promise<void>;
}

/** What came of a write whose answer was lost: its answer if it had its effect, else the input to make it with again. */
export type Looked<O> = { readonly answer: O } | { readonly input: object };

/** What a provider works with: one resource of one stack, its account's administrator, and virtual time. */
export interface ResourceContext {
  readonly stackName: string;
  readonly stackId: string;
  readonly logicalId: string;
  readonly type: string;
  readonly accountId: string;
  readonly region: string;
  /** The same for every call of one operation on this resource. */
  readonly requestToken: string;
  /** By ARN. IAM has no operations in the local AWS: its roles are made by stacks and seeds only. */
  readonly roles: Map<string, Role>;
  now(): Instant;
  sleep(ms: number): Promise<void>;
  /**
   * Calls an operation; throws AwsFailure. Throttling and failures of the service are tried again in here.
   * @param look for a write that must not be repeated blindly: asked when no answer came, before the call is made again
   */
  call<O>(
    service: ServiceName,
    operation: string,
    input: object,
    look?: () => Promise<Looked<O>>,
  ): Promise<O>;
  /** Seeded characters for a name that nobody gave. */
  name(alphabet: string, length: number): string;
  /** Says that there is something to delete from now on. */
  begun(made: Made): void;
}
