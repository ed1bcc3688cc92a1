import type { RegistryAccount } from '@cutover/aws-adapter';
import type { Io } from '../../io';
import { type Delivery, drive } from '../drive';
import { type Line, wavesOf } from '../plan';
import { type Outcome, packageKey, packageUrl, type ReleasedType, type Stage, stackName } from '../stage';
import { unseenMs } from '../tests';
import { type Goal, lookAtRegion } from './look';
import { nextChange, type ProdAct, type ProdRun, type ProdSight, planProd, type RegionSight } from './plan';
import { noteIntended } from './published';
import { smokeStack, smokeTemplate } from './smoke';

/** What a delivery to prod needs beside its stage. */
export interface ProdSettings {
  /** Whether anything becomes public; everything up to the contract tests is done anyhow. */
  readonly publish: boolean;
  readonly publisherId: string | undefined;
  /** release/publish.yml */
  readonly template: string;
  readonly administrationRoleArn: string;
  readonly executionRoleName: string;
  readonly logBucket: string;
  /** Regions at once: CloudFront is one, and so are its quotas. */
  readonly waveSize: number;
}

/**
 * Publishes a type, or only tests it, in all regions.
 * @param lines of the plan that was approved, for this type; none of them refused
 */
export async function deliverToProd(
  stage: Stage,
  type: ReleasedType,
  settings: ProdSettings,
  lines: readonly Line[],
  io: Io,
): Promise<Outcome> {
  const { outcome, says } = await drive(new ProdDelivery(stage, type, settings, lines, io), io);
  return { typeName: type.typeName, kind: outcome, says };
}

class ProdDelivery implements Delivery<ProdSight, ProdAct> {
  readonly name: string;
  readonly plan = planProd;
  private readonly account: RegistryAccount;
  private readonly set: string;
  private readonly smoke: string;
  private readonly goals: readonly (readonly Goal[])[];
  private readonly canary: RegistryAccount;
  /** The last call about a region in this run: a deletion that came to nothing is not repeated. */
  private readonly lastKind = new Map<string, string>();
  private readonly done = new Map<string, RegionSight>();
  private readonly attempts = new Map<string, number>();
  private readonly testedAt = new Map<string, number>();
  private failures: ReadonlyMap<string, string> = new Map();
  private isPrepared = false;
  private isSmoked = false;
  private smokeFailure: string | undefined;
  private isOperating = false;

  constructor(
    private readonly stage: Stage,
    private readonly type: ReleasedType,
    private readonly settings: ProdSettings,
    lines: readonly Line[],
    private readonly io: Io,
  ) {
    this.name = type.typeName;
    this.account = stage.account(stage.home);
    this.set = stackName(stage, type, 'publish');
    this.smoke = smokeStack(stage, type);
    const goals = lines.map((line) => goalOf(line, settings));
    const order = goals.map(({ region }) => region);
    this.goals = wavesOf(order, canaryOf(order, stage.home), settings.waveSize).map((wave) =>
      wave.map((region) => goals.find((each) => each.region === region)!),
    );
    this.canary = stage.account(this.goals[0]?.[0]?.region ?? stage.home);
  }

  async look(): Promise<ProdSight> {
    const { account, set, settings } = this;
    const run = this.run();
    const nothing = { publish: settings.publish, isRunning: false, smoke: undefined, run } as const;
    if (this.isOperating && (await account.stackSets.running(set)))
      return { ...nothing, isRunning: true, set: 'ready', waves: [] };
    const smoke = settings.publish ? (await this.canary.stacks.find(this.smoke))?.status : undefined;
    if (this.goals.flat().every(({ wasDone }) => wasDone))
      return { ...nothing, set: 'ready', waves: this.goals.map((wave) => wave.map(doneAlready)), smoke };
    const definition = await account.stackSets.find(set);
    // Of a run that broke off.
    if (!this.isOperating && definition && (await account.stackSets.running(set)))
      return { ...nothing, isRunning: true, set: 'ready', waves: [] };
    if (this.isOperating) {
      this.failures = new Map([...this.failures, ...(await account.stackSets.failures(set))]);
      this.isOperating = false;
    }
    const waves = await this.lookAtRegions(definition !== undefined);
    const isStale = definition !== undefined && definition.template !== settings.template;
    return {
      ...nothing,
      set: definition ? (isStale ? 'stale' : 'ready') : 'absent',
      waves,
      smoke,
      run: this.run(),
    };
  }

  private run(): ProdRun {
    const { isPrepared, isSmoked, smokeFailure, failures } = this;
    return { isPrepared, isSmoked, smokeFailure, failures };
  }

  /** What is done stays done. Waves after the one that is under way are not looked at yet. */
  private async lookAtRegions(hasSet: boolean): Promise<RegionSight[][]> {
    const { stage, type, settings } = this;
    const instances = hasSet ? await this.account.stackSets.instances(this.set) : [];
    const look = async (goal: Goal): Promise<RegionSight> => {
      const { region } = goal;
      const known = goal.wasDone ? doneAlready(goal) : this.done.get(region);
      if (known) return known;
      const instance = instances.find((each) => each.region === region);
      const sight = await lookAtRegion(stage, type, goal, settings.publisherId, instance);
      const counted = { ...sight, ...this.unseenTest(sight), attempts: this.attempts.get(region) ?? 0 };
      if (counted.isDone) this.done.set(region, counted);
      return counted;
    };
    const waves: RegionSight[][] = [];
    for (const wave of this.goals) {
      const isReached = waves.every((each) => nextChange(each) === undefined);
      waves.push(isReached ? await Promise.all(wave.map(look)) : wave.map((goal) => this.notYet(goal)));
    }
    return waves;
  }

  /** A test that has just begun may not show yet. */
  private unseenTest({ region, test }: { region: string; test?: RegionSight['test'] }) {
    const isFresh = this.io.now() - (this.testedAt.get(region) ?? 0) < unseenMs;
    return test === 'NOT_TESTED' && isFresh ? ({ test: 'IN_PROGRESS' } as const) : {};
  }

  private notYet(goal: Goal): RegionSight {
    const { region, number } = goal;
    const done = goal.wasDone ? doneAlready(goal) : this.done.get(region);
    return done ?? { region, number, isDone: false, stack: 'there', attempts: 0 };
  }

  async perform(act: ProdAct, sight: ProdSight): Promise<void> {
    const { stage, type, settings, smoke } = this;
    const { stackSets } = this.account;
    const { canary } = this;
    switch (act) {
      case 'note what is intended, and prepare':
        return this.prepare();
      case 'make the stack set':
        return stackSets.create(this.definition());
      case 'update the stack set':
        this.isOperating = true;
        return stackSets.update(this.definition());
      case 'activate it as a consumer would': {
        const { region, publicNumber } = this.goals[0]![0]!;
        const template = smokeTemplate(stage, type, settings.publisherId!, region, publicNumber);
        return canary.stacks.create(smoke, template, { onFailure: 'ROLLBACK' });
      }
      case 'note the activation':
        if (sight.smoke === 'CREATE_COMPLETE') this.isSmoked = true;
        else this.smokeFailure = sight.smoke;
        return;
      case 'deactivate it':
        return canary.stacks.remove(smoke);
      default:
        return this.change(sight);
    }
  }

  /** One call for all regions of a wave that need the same. */
  private async change({ waves }: ProdSight): Promise<void> {
    const wave = waves.find((each) => nextChange(each) !== undefined)!;
    const { kind, number, regions } = nextChange(wave)!;
    const { stackSets } = this.account;
    const target = { accountId: this.stage.accountId, regions };
    this.isOperating = kind !== 'test';
    // A type is configured before its tests, and can be only when it is registered.
    const isTwofold = kind === 'make' && this.type.configuration !== undefined;
    const overrides = this.overrides(isTwofold ? 'none' : number);
    if (kind === 'delete') await stackSets.deleteInstances(this.set, target);
    if (kind === 'make') await stackSets.createInstances(this.set, { ...target, overrides });
    if (kind === 'update') {
      for (const region of regions) await this.configure(this.stage.account(region));
      await stackSets.updateInstances(this.set, { ...target, overrides });
    }
    if (kind === 'test') await this.test(regions);
    for (const region of regions) this.count(region, kind, isTwofold);
  }

  private count(region: string, kind: string, isTwofold: boolean): void {
    const isNoTry = isTwofold || (kind === 'delete' && this.lastKind.get(region) !== 'delete');
    this.lastKind.set(region, kind);
    if (!isNoTry) this.attempts.set(region, (this.attempts.get(region) ?? 0) + 1);
  }

  private overrides(number: string) {
    return {
      SchemaHandlerPackage: packageUrl(this.stage, this.type),
      PublicVersion: number,
      FixtureTemplateUrl: this.fixtureUrl(),
    };
  }

  private async test(regions: readonly string[]): Promise<void> {
    const instances = await this.account.stackSets.instances(this.set);
    for (const region of regions) {
      const account = this.stage.account(region);
      const { stackId } = instances.find((each) => each.region === region)!;
      const arn = (await account.stacks.find(stackId))?.outputs.VersionArn ?? '';
      this.failures = new Map([...this.failures, [region, 'its contract tests have not passed']]);
      await this.configure(account);
      this.testedAt.set(region, this.io.now());
      await account.tests.begin(arn, this.settings.logBucket);
    }
  }

  private async configure(account: RegistryAccount): Promise<void> {
    const { typeName, configuration } = this.type;
    if (configuration !== undefined) await account.tests.configure(typeName, configuration);
  }

  private async prepare(): Promise<void> {
    const { stage, type, account, settings } = this;
    await account.packages.put(stage.inbox, packageKey(type), type.archive);
    if (type.setup !== undefined)
      await account.packages.put(stage.inbox, fixtureKey(type), new TextEncoder().encode(type.setup));
    if (settings.publish) await noteIntended(stage, type, this.goals.flat());
    this.isPrepared = true;
  }

  private definition() {
    const { type, settings } = this;
    return {
      name: this.set,
      template: settings.template,
      parameters: {
        TypeName: type.typeName,
        SchemaHandlerPackage: packageUrl(this.stage, type),
        ExecutionRoleArn: this.stage.typeRoleArn,
        LogDeliveryBucket: settings.logBucket,
      },
      administrationRoleArn: settings.administrationRoleArn,
      executionRoleName: settings.executionRoleName,
    };
  }

  private fixtureUrl(): string {
    const { stage, type } = this;
    if (type.setup === undefined) return '';
    return `https://${stage.inbox}.s3.${stage.home}.amazonaws.com/${fixtureKey(type)}`;
  }
}

/** Other fixtures come with other bytes, or are not needed before them. */
export const fixtureKey = ({ slug, sha256 }: Pick<ReleasedType, 'slug' | 'sha256'>): string =>
  `packages/${slug}/${sha256}.setup.yml`;

const canaryOf = (regions: readonly string[], home: string): string =>
  regions.includes(home) ? home : (regions[0] ?? home);

const doneAlready = ({ region, number }: Goal): RegionSight => ({
  region,
  number,
  isDone: true,
  stack: 'there',
  attempts: 0,
});

function goalOf({ region, publicVersion, next, move }: Line, { publish }: ProdSettings): Goal {
  if (move.kind !== 'publish')
    return { region, number: next, publicNumber: publicVersion ?? next, wasDone: true };
  const publicNumber = move.number === 'first' ? '1.0.0' : move.number;
  return { region, number: publish ? move.number : 'none', publicNumber, wasDone: false };
}
