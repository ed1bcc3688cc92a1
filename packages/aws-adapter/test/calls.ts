import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const src = join(__dirname, '..', 'src');

/** Every file that can be reached from one, by what they import at run time. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = /(?:^(?:import|export) (?!type\b)[^;]*? from |\bimport\()'(\.[^']+)'/gms;
  for (const [, name = ''] of text.matchAll(imports)) reachedFrom(join(dirname(file), `${name}.ts`), reached);
  return reached;
}

/** `cloudfront:GetDistribution` of each command, and each list of pages, that a file imports from the SDK. */
const commandsIn = (file: string): string[] => {
  const text = readFileSync(file, 'utf8');
  const imports = text.matchAll(/import (?!type)\{([^}]*)\} from '@aws-sdk\/client-([^']+)'/g);
  return [...imports].flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/\b(?:paginate(\w+)|(\w+)Command)\b/g)].map(
      ([, listed, asked]) => `${client}:${listed ?? asked}`,
    ),
  );
};

/** What IAM asks for beside, or instead of, an action of the operation's own name (Service Authorization Reference). */
const ofOtherNames: Record<string, string[]> = {
  // There is no action of this name.
  // CloudFront adds its own right to the ACL of the bucket for logs (Developer Guide, "Standard logging, permissions").
  'cloudfront:CreateDistributionWithTags': [
    'cloudfront:CreateDistribution',
    'cloudfront:TagResource',
    's3:GetBucketAcl',
    's3:PutBucketAcl',
  ],
  'acm:RequestCertificate': ['acm:RequestCertificate', 'acm:AddTagsToCertificate'],
  // An object may lie encrypted under a key of KMS.
  's3:GetObject': ['s3:GetObject', 's3:GetObjectVersion', 'kms:Decrypt'],
};

/** @param commands `cloudfront:GetDistribution`, by the names of the SDK's clients, in any order and number */
export const permissionsOf = (commands: readonly string[]): string[] => {
  const actions = commands.map((command) => command.replace(/^route-53:/, 'route53:'));
  return [...new Set(actions.flatMap((action) => ofOtherNames[action] ?? [action]))].sort();
};

/** The permissions of every call that can be made through a file of the adapter, such as `ports.ts`. */
export const permissionsOfCallsFrom = (file: string): string[] =>
  permissionsOf([...reachedFrom(join(src, file))].flatMap(commandsIn));
