/** What a person declares in a template, as JSON. The rules are either the language's own members, or a source. */
export interface Declaration {
  readonly Defaults?: unknown;
  readonly Policy?: unknown;
  readonly Sites?: unknown;
  readonly Tests?: unknown;
  readonly RulesSource?: RulesSource;
  /** Left out: the site makes its own, one for each hundred hosts. */
  readonly Distribution?: { readonly Id: string };
  /** Left out: requested, one for each distribution. */
  readonly CertificateArn?: string;
  /** Zones of Route 53 where the site may write records. */
  readonly HostedZones?: readonly { readonly Id: string }[];
  /** Hosts that other distributions serve now: they are moved here while they answer. */
  readonly TakeOver?: readonly TakeOver[];
  readonly PriceClass?: string;
  /** When http:// goes to https on the same host before it goes anywhere else. */
  readonly HttpsFirst?: HttpsFirst;
  /** Answers where the function does not. Left out: CloudFront itself, with an error. */
  readonly Origin?: { readonly DomainName: string };
  /** Where CloudFront writes access logs. */
  readonly Logs?: { readonly Bucket: string; readonly Prefix?: string };
  readonly TestAtEdge?: TestAtEdge;
  readonly Comment?: string;
  readonly Deployment?: Deployment;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
}

/** Rules beyond what a template carries: an object in S3. */
export interface RulesSource {
  readonly Bucket: string;
  readonly Key: string;
  readonly VersionId?: string;
  /** Of the object, in hexadecimal: other bytes are refused. */
  readonly Sha256?: string;
}

/** A distribution that serves some of the hosts now. */
export interface TakeOver {
  /** Left out: whichever of this account has the hosts. */
  readonly DistributionId?: string;
  /** Of the account that has it. Left out: this one. */
  readonly RoleArn?: string;
  readonly ExternalId?: string;
  /** Left out: every host of the rules that the distribution has. */
  readonly Hosts?: readonly string[];
  /** How long the names are watched before the move counts as done. */
  readonly BakeMinutes?: number;
  /** What becomes of them when the site goes, or takes them over no more. */
  readonly DeletionBehavior?: 'RESTORE_SOURCE' | 'KEEP';
}

/** What `/version` and `/deployed` answer, on the distributions' own domain names. */
export interface Deployment {
  readonly Branch?: string;
  readonly Revision?: string;
  readonly Version?: string;
  readonly DeployedBy?: string;
  readonly DeployedEnv?: string;
  readonly DeployedWhen?: string;
  /** Default: not. */
  readonly ShowDeployedBy?: boolean | string;
  readonly VersionPath?: string;
  readonly DeployedPath?: string;
  /** Hosts of the rules that answer so too, where no rule does. Each publish writes their records then. */
  readonly Hosts?: readonly string[];
}

export type HttpsFirst = 'WhereHsts' | 'Always';

/** Which tests CloudFront runs itself before the publish, beside those that all run on this side. */
export type TestAtEdge = 'All' | 'PerRule' | 'None';

/** Properties of the resource that no update can change. */
export const CREATE_ONLY = ['Distribution'] as const satisfies (keyof Declaration)[];

/** How the site's own distributions are made: somebody else's stays as it is. */
const OF_OWN_DISTRIBUTIONS = ['HttpsFirst', 'Origin', 'Logs'] as const satisfies (keyof Declaration)[];

/** The rule language's own members, which `RulesSource` stands for. */
export const LANGUAGE = ['Defaults', 'Policy', 'Sites', 'Tests'] as const satisfies (keyof Declaration)[];

export const tagsOf = ({ Tags = [] }: Declaration): Record<string, string> =>
  Object.fromEntries(Tags.map(({ Key, Value }) => [Key, Value]));

/** What the properties say by themselves, before any call; undefined where they are sound. */
export function mistakeIn(declared: Declaration): string | undefined {
  const { RulesSource: source } = declared;
  const language = LANGUAGE.filter((name) => declared[name] !== undefined);
  if (source === undefined && declared.Sites === undefined)
    return 'Sites: there are no rules. Declare Sites here, or RulesSource with Bucket and Key of a rule file in S3.';
  if (source !== undefined && language.length > 0)
    return `RulesSource: ${language.join(', ')} would be read from ${source.Bucket}/${source.Key} as well. Leave out one of the two.`;
  const idle = declared.Distribution && OF_OWN_DISTRIBUTIONS.find((name) => declared[name] !== undefined);
  if (idle !== undefined)
    return `${idle}: ${declared.Distribution?.Id} is not the site's own, and keeps what it has. Set it there, or leave Distribution out.`;
  const { VersionPath = '/version', DeployedPath = '/deployed' } = declared.Deployment ?? {};
  const odd = [VersionPath, DeployedPath].find((path) => !/^\/[!-~]*$/.test(path) || path.includes('?'));
  if (odd !== undefined)
    return `Deployment: ${odd} is no path. Write one that begins with a slash: /version.`;
  if (VersionPath === DeployedPath)
    return `Deployment: VersionPath and DeployedPath are both ${VersionPath}. Write two different ones.`;
  const wrong = mistakeInTakeOver(declared.TakeOver ?? []);
  if (wrong !== undefined) return wrong;
  const zones = (declared.HostedZones ?? []).map(({ Id }) => Id);
  const twice = zones.find((id, at) => zones.indexOf(id) !== at);
  return twice === undefined ? undefined : `HostedZones: ${twice} is in the list twice. Name it once.`;
}

function mistakeInTakeOver(all: readonly TakeOver[]): string | undefined {
  const foreign = all.findIndex(
    ({ RoleArn, DistributionId }) => RoleArn !== undefined && DistributionId === undefined,
  );
  if (foreign >= 0)
    return `TakeOver[${foreign}].DistributionId: a role is given, and of another account nobody tells which distribution has a name. Name it.`;
  const named = all.flatMap(({ Hosts = [] }) => Hosts);
  const twice = named.find((host, at) => named.indexOf(host) !== at);
  return twice === undefined
    ? undefined
    : `TakeOver: ${twice} is in Hosts twice. It can come from one distribution only.`;
}
