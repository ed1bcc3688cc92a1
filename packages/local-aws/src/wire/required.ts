import { invalidIfMatch } from '../world/cloudfront/failures';
import { AwsFailure } from '../world/failure';
import type { ServiceName } from '../world/world';
import { bindingOf, membersOf, requiredMembersOf, type Shape } from './schemas';

/**
 * Refuses an input that lacks a member which the model requires, each service with its own code and words.
 * Browser-side checks of boto3 make this rare there; the JavaScript clients send whatever they are given.
 * @throws AwsFailure
 */
export function requireMembers(service: ServiceName, shape: Shape, input: unknown): void {
  const missing = missingMember(shape, input);
  if (missing !== undefined) throw refusal(service, shape, missing);
}

/** Path of the first required member that is absent, such as `DistributionConfig.Origins.Quantity`. */
export function missingMember(shape: Shape, value: unknown): string | undefined {
  if (value == null) return undefined;
  if (shape.isListSchema()) return missingIn(shape.getValueSchema(), Object.entries(value));
  if (shape.isMapSchema()) return missingIn(shape.getValueSchema(), Object.entries(value));
  return shape.isStructSchema() ? missingInStructure(shape, value as Record<string, unknown>) : undefined;
}

function missingIn(shape: Shape, items: [key: string, value: unknown][]): string | undefined {
  for (const [key, item] of items) {
    const missing = missingMember(shape, item);
    if (missing !== undefined) return `${key}.${missing}`;
  }
  return undefined;
}

function missingInStructure(shape: Shape, value: Record<string, unknown>): string | undefined {
  const required = requiredMembersOf(shape);
  for (const [name, member] of membersOf(shape)) {
    if (value[name] == null && required.includes(name)) return name;
    const missing = missingMember(member, value[name]);
    if (missing !== undefined) return `${name}.${missing}`;
  }
  return undefined;
}

function refusal(service: ServiceName, shape: Shape, path: string): AwsFailure {
  const notNull = `1 validation error detected: Value null at '${path}' failed to satisfy constraint: Member must not be null`;
  switch (service) {
    case 'cloudfront':
      return cloudFrontRefusal(shape, path);
    case 'route53':
      return new AwsFailure('InvalidInput', 400, notNull);
    case 'acm':
    case 'cloudfront-keyvaluestore':
    case 'codeconnections':
    case 'ssm':
      return new AwsFailure('ValidationException', 400, notNull);
    case 'servicequotas':
      return new AwsFailure('IllegalArgumentException', 400, notNull);
    default:
      return new AwsFailure('ValidationError', 400, notNull);
  }
}

/** CloudFront names a member by its place in the document, not in the request. */
function cloudFrontRefusal(shape: Shape, path: string): AwsFailure {
  const payload = membersOf(shape).find(([name, member]) => bindingOf(name, member).place === 'payload')?.[0];
  if (path === payload)
    return new AwsFailure(
      'MissingBody',
      400,
      'This operation requires a body. Ensure that the body is present and the Content-Type header is set.',
    );
  // Some operations require the header in the model, some do not; CloudFront answers the same for all.
  if (path === 'IfMatch') return invalidIfMatch();
  const named = path.startsWith(`${payload}.`) ? path.slice(`${payload}.`.length) : path;
  return new AwsFailure('InvalidArgument', 400, `The parameter ${named} is required.`);
}
