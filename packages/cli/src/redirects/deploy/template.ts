import { parseDocument } from 'yaml';
import { readTextFile } from '../../files';
import { UserError } from '../../user-error';

/** The parameters through which a template takes the rules: what `RulesSource` refers to. */
export const rulesParameters = ['RulesBucket', 'RulesKey', 'RulesVersionId', 'RulesSha256'] as const;

/** CloudFormation User Guide, quotas: a template that stands in a request, and one that lies in S3. */
const inRequestBytes = 51_200;
const maxBytes = 1_000_000;

export interface DeployTemplate {
  readonly text: string;
  /** Names, in the order of the template. */
  readonly parameters: readonly string[];
}

/** Whether it stands in the request; else it goes through S3. */
export const isSmall = ({ text }: DeployTemplate): boolean => Buffer.byteLength(text) <= inRequestBytes;

/** @throws UserError for a template that cannot take rules from S3 */
export function deployTemplate(file: string): DeployTemplate {
  const text = readTextFile(file);
  const bytes = Buffer.byteLength(text);
  if (bytes > maxBytes)
    throw new UserError(
      `${file}: has ${bytes} bytes, and CloudFormation reads ${maxBytes}; keep the rules out of it, and what does not belong to the site in a stack of its own`,
    );
  // Short forms such as !Ref are tags that only CloudFormation knows; what they say is not needed here.
  const document = parseDocument(text, { logLevel: 'silent' });
  const [broken] = document.errors;
  if (broken !== undefined)
    throw new UserError(`${file}: is neither YAML nor JSON: ${broken.message.split('\n')[0]}`);
  const { Parameters = {} } = (document.toJS() ?? {}) as { Parameters?: Record<string, unknown> };
  const parameters = Object.keys(Parameters ?? {});
  const missing = rulesParameters.filter((name) => !parameters.includes(name));
  if (missing.length > 0)
    throw new UserError(
      `${file}: has no parameter ${missing.join(', ')}; RulesSource takes Bucket, Key, VersionId and Sha256 from ${rulesParameters.join(', ')}`,
    );
  return { text, parameters };
}
