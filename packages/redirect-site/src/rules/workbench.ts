import { createHash } from 'node:crypto';
import { type Compiled, compile, type RuleSet, readRules } from '@cutover/redirect-rules';
import type { Declaration, RulesSource } from '../declaration';
import type { RulesPort } from '../port';
import { withDeployment } from './deployment';
import { type RulesMemory, rulesMemory } from './memory';
import { inlineText, type RuleText, sourceText } from './rule-text';

export type Loaded =
  | {
      readonly kind: 'rules';
      /** As the author wrote them. */
      readonly rules: RuleSet;
      /** What the function of a generation answers: with what tells of the deployment. */
      readonly served: (generation: number) => RuleSet;
      /** SHA-256 of the rules' bytes. */
      readonly digest: string;
      readonly placeOf: RuleText['placeOf'];
    }
  | { readonly kind: 'refused'; readonly message: string };

/** Mistakes that a message lists; the next reading shows the others. */
const SHOWN_MAX = 5;

/**
 * Rules as a turn has them in hand. The bytes come anew in every turn, and once in it; what was made of the same bytes
 * before is in the memory, so that nothing is answered for an object that has changed under its key.
 */
export class Workbench {
  private readonly loaded = new Map<Declaration, Promise<Loaded>>();

  constructor(
    private readonly port: RulesPort,
    private readonly memory: RulesMemory = rulesMemory(),
  ) {}

  load(declared: Declaration): Promise<Loaded> {
    const known = this.loaded.get(declared) ?? this.read(declared);
    this.loaded.set(declared, known);
    return known;
  }

  /** Undefined where the rules of the digest are not to be had any more. @throws what `compile` throws */
  async compiled(declared: Declaration, digest: string, generation: number): Promise<Compiled | undefined> {
    const loaded = await this.load(declared);
    if (loaded.kind === 'refused' || loaded.digest !== digest) return undefined;
    const key = `${digest} ${generation} ${JSON.stringify(declared.Deployment)}`;
    return this.memory.compilations.find(key, () => compile(loaded.served(generation), { generation }));
  }

  private async read(declared: Declaration): Promise<Loaded> {
    const { RulesSource: source } = declared;
    if (source === undefined) return this.reading(inlineText(declared), declared);
    const found = await this.port.read({
      bucket: source.Bucket,
      key: source.Key,
      versionId: source.VersionId,
    });
    const file = nameOf(source);
    if (found === undefined)
      return refused(`RulesSource: ${file} cannot be found. Upload the rules first, and name the version.`);
    const digest = sha256(found);
    if (source.Sha256 !== undefined && source.Sha256.toLowerCase() !== digest)
      return refused(
        `RulesSource.Sha256: ${file} has ${digest}, and ${source.Sha256} was declared. Name the version that was meant.`,
      );
    return this.reading(sourceText(found, file), declared, digest);
  }

  /** Places in messages are in the file. */
  private reading(text: RuleText, declared: Declaration, digest = sha256(text.bytes)): Loaded {
    const key = JSON.stringify([digest, text.file, declared.Deployment]);
    return this.memory.readings.find(key, () => readingOf(text, declared, digest));
  }
}

function readingOf(text: RuleText, { Deployment: deployment }: Declaration, digest: string): Loaded {
  const { rules, problems } = readRules(text.bytes, text.file);
  if (rules) {
    const stranger = deployment?.Hosts?.find(
      (host) => !rules.sites.some((site) => site.hosts.includes(host)),
    );
    if (stranger !== undefined)
      return refused(`Deployment.Hosts: no rules are about ${stranger}. Name a host of Sites.`);
    const served = (generation: number) => withDeployment(rules, deployment, digest, generation);
    return { kind: 'rules', rules, served, digest, placeOf: text.placeOf };
  }
  const shown = problems
    .slice(0, SHOWN_MAX)
    .map((problem) => `${text.placeOf(problem)}: ${problem.what} ${problem.instead}`);
  const others = problems.length > SHOWN_MAX ? [`And ${problems.length - SHOWN_MAX} more.`] : [];
  return refused([...shown, ...others].join('\n'));
}

const refused = (message: string): Loaded => ({ kind: 'refused', message });
const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const nameOf = ({ Bucket, Key, VersionId }: RulesSource): string =>
  `s3://${Bucket}/${Key}${VersionId === undefined ? '' : ` (version ${VersionId})`}`;
