import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const adapter = join(__dirname, '..', '..', 'packages', 'aws-adapter', 'src');

/** What IAM asks for beside, or instead of, an action of the operation's own name (Service Authorization Reference). */
const ofOtherNames: Record<string, string[]> = {
  // There is no action of this name.
  'cloudfront:CreateDistributionWithTags': ['cloudfront:CreateDistribution', 'cloudfront:TagResource'],
  'acm:RequestCertificate': ['acm:RequestCertificate', 'acm:AddTagsToCertificate'],
  's3:GetObject': ['s3:GetObject', 's3:GetObjectVersion'],
};
const prefixes: Record<string, string> = { 'route-53': 'route53' };

/** Every file of the adapter that can be reached from one, by what they import at run time. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  const text = readFileSync(file, 'utf8');
  const imports = /(?:^(?:import|export) (?!type\b)[^;]*? from |\bimport\()'(\.[^']+)'/gms;
  for (const [, name = ''] of text.matchAll(imports)) reachedFrom(join(dirname(file), `${name}.ts`), reached);
  return reached;
}

const commandsIn = (file: string): string[] => {
  const text = readFileSync(file, 'utf8');
  const imports = text.matchAll(/import (?!type)\{([^}]*)\} from '@aws-sdk\/client-([^']+)'/g);
  return [...imports].flatMap(([, names = '', client = '']) =>
    [...names.matchAll(/(\w+)Command\b/g)].map(([, action]) => `${prefixes[client] ?? client}:${action}`),
  );
};

/** @param commands `cloudfront:GetDistribution`, in any order and number */
export const permissionsOf = (commands: readonly string[]): string[] =>
  [...new Set(commands.flatMap((command) => ofOtherNames[command] ?? [command]))].sort();

/** The permissions of every call that the adapter can make for a site. */
export const permissionsOfCalls = (): string[] =>
  permissionsOf([...reachedFrom(join(adapter, 'site', 'ports.ts'))].flatMap(commandsIn));
