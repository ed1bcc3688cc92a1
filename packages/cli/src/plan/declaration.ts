import { type Declaration, missingIn } from '@cutover/alias-migration';
import { declaredIn, Later, type Members, TemplateError, type Value } from '@cutover/local-aws';
import { UserError } from '../user-error';

/** Where the properties of a migration stand, and what is known only at the desk. */
export interface DeclarationRequest {
  readonly template: string;
  readonly file: string;
  readonly accountId: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** Which of several; the only one when left out. */
  readonly resource?: string;
  /** Values for what the template takes from resources that are not made yet, by path: `Target.DistributionId`. */
  readonly set: Readonly<Record<string, string>>;
}

const type = 'AwsCommunity::CloudFront::AliasMigration';

/** The properties of the template's migration. @throws UserError */
export function declarationIn(request: DeclarationRequest): Declaration {
  const found = migrationsIn(request);
  const [logicalId, properties] = chosen(found, request);
  const settled = withSet(properties, request.set);
  const later = laterIn(settled, []);
  if (later)
    throw new UserError(
      `${request.file}: ${logicalId}.${later.path} hangs on ${later.what}, which is made with the stack; say what it is, if it exists already: --set ${later.path}=VALUE`,
    );
  const missing = missingIn(settled as Partial<Declaration>);
  if (missing.length)
    throw new UserError(`${request.file}: ${logicalId} has no ${missing.join(', ')}, which are required`);
  return settled as unknown as Declaration;
}

function migrationsIn({ template, file, accountId, parameters }: DeclarationRequest): Map<string, Members> {
  try {
    return declaredIn({ accountId, region: 'us-east-1', name: 'plan', template, file, parameters }, type);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new UserError(error.message);
  }
}

function chosen(found: Map<string, Members>, { file, resource }: DeclarationRequest): [string, Members] {
  const names = [...found.keys()];
  if (resource === undefined && found.size > 1)
    throw new UserError(`${file} has several migrations; choose one with --resource: ${names.join(', ')}`);
  const name = resource ?? names[0];
  const properties = name === undefined ? undefined : found.get(name);
  if (name !== undefined && properties) return [name, properties];
  throw new UserError(
    names.length === 0
      ? `${file} has no resource of type ${type}`
      : `${file} has no migration ${name}; it has ${names.join(', ')}`,
  );
}

function withSet(properties: Members, set: Readonly<Record<string, string>>): Members {
  const settled = structuredCloneOf(properties);
  for (const [path, value] of Object.entries(set)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<Members>((members, step) => {
      const member = (members[step] ?? {}) as Members;
      members[step] = member;
      return member;
    }, settled);
    holder[last] = value;
  }
  return settled;
}

/** `structuredClone` would lose the class of a Later. */
function structuredCloneOf<V extends Value>(value: V): V {
  if (Array.isArray(value)) return value.map(structuredCloneOf) as V;
  if (typeof value !== 'object' || value instanceof Later) return value;
  const entries = Object.entries(value).map(([name, member]) => [name, structuredCloneOf(member)]);
  return Object.fromEntries(entries) as V;
}

function laterIn(value: Value, path: readonly string[]): { path: string; what: string } | undefined {
  if (value instanceof Later) return { path: path.join('.'), what: value.what };
  if (typeof value !== 'object') return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = laterIn(member, [...path, name]);
    if (found) return found;
  }
  return undefined;
}
