import { AwsFailure } from '../failure';
import type { Caller, Need } from '../operation';
import { needToRead, requireObject } from '../s3/bucket';
import { objectAt } from '../s3/object-url';
import type { World } from '../world';

/** Where a request has its template. */
export interface AskedTemplate {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}

/** CloudFormation User Guide, quotas: a template that stands in the request, and one that lies in S3. */
const bodyLimitBytes = 51_200;
const objectLimitBytes = 1_000_000;

/** An object is read as whoever asks. */
export function templateNeeds({ TemplateURL: url }: AskedTemplate, world: World): Need[] {
  const object = url === undefined ? undefined : objectAt(url);
  return object ? needToRead(object, world) : [];
}

/** @throws AwsFailure for a template that CloudFormation would not read */
export function templateText(
  world: World,
  caller: Caller,
  { TemplateBody: body, TemplateURL: url }: AskedTemplate,
): string {
  if (body !== undefined && url === undefined) return withinLimit(body, bodyLimitBytes, 'templateBody');
  if (body !== undefined || url === undefined)
    throw invalid('Either Template URL or Template Body must be specified.');
  const object = objectAt(url);
  if (!object) throw invalid('TemplateURL must be a supported URL.');
  try {
    const { body: bytes } = requireObject(world, caller, object);
    return withinLimit(new TextDecoder().decode(bytes), objectLimitBytes, 'template');
  } catch (error) {
    if (error instanceof AwsFailure && error.code.startsWith('NoSuch'))
      throw invalid(`S3 error: ${error.message}`);
    throw error;
  }
}

function withinLimit(text: string, limitBytes: number, what: string): string {
  if (Buffer.byteLength(text) <= limitBytes) return text;
  throw invalid(
    `1 validation error detected: Value at '${what}' failed to satisfy constraint: Member must have length less than or equal to ${limitBytes}`,
  );
}

const invalid = (message: string): AwsFailure => new AwsFailure('ValidationError', 400, message);
