import type { RegistryAccount } from '@cutover/aws-adapter';
import type { Io } from '../../io';
import { type Delivery, drive } from '../drive';
import type { Line } from '../plan';
import { type Outcome, packageKey, type ReleasedType, type Stage } from '../stage';
import { goalsOf } from './goals';
import { nextChange, type ProdAct, type ProdRun, type ProdSight, planProd } from './plan';
import { noteIntended } from './published';
import { Regions } from './regions';
import type { ProdSettings } from './settings';
import { smokeStack, smokeTemplate } from './smoke';
import { fixtureKey, overridesOf, stackSetOf } from './stack-set';

/**
 * Publishes a type, or only tests it, in all regions.
 * @param lines of the plan that was approved, for this type; none of them refused
 */
export const deliverToProd = (
  stage: Stage,
  type: ReleasedType,
  settings: ProdSettings,
  lines: readonly Line[],
  io: Io,
): Promise<Outcome> => drive(new ProdDelivery(stage, type, settings, lines, io), io);

class ProdDelivery implements Delivery<ProdSight, ProdAct> {
  readonly name: string;
  readonly plan = planProd;
  private readonly account: RegistryAccount;
  private readonly set: string;
  private readonly smoke: string;
  private readonly regions: Regions;
  private readonly canary: RegistryAccount;
  /** Why a region failed last. */
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
    io: Io,
  ) {
    this.name = type.typeName;
    this.account = stage.account(stage.home);
    this.set = stackSetOf(stage, type, settings).name;
    this.smoke = smokeStack(stage, type);
    const goals = goalsOf(lines, settings, stage.home);
    this.regions = new Regions(stage, type, settings.publisherId, goals, io);
    this.canary = stage.account(goals[0]?.[0]?.region ?? stage.home);
  }

  async look(): Promise<ProdSight> {
    const { account, set, settings, regions } = this;
    const { stackSets } = account;
    const nothing = {
      publish: settings.publish,
      isRunning: false,
      smoke: undefined,
      run: this.run(),
    } as const;
    const busy: ProdSight = { ...nothing, isRunning: true, set: 'ready', waves: [] };
    if (this.isOperating && (await stackSets.running(set))) return busy;
    const smoke = settings.publish ? (await this.canary.stacks.find(this.smoke))?.status : undefined;
    if (regions.wereDone) return { ...nothing, set: 'ready', waves: regions.known(), smoke };
    const definition = await stackSets.find(set);
    // Of a run that broke off.
    if (!this.isOperating && definition && (await stackSets.running(set))) return busy;
    if (this.isOperating) {
      this.failures = new Map([...this.failures, ...(await stackSets.failures(set))]);
      this.isOperating = false;
    }
    const waves = await regions.look(definition ? await stackSets.instances(set) : []);
    const isStale = definition !== undefined && definition.template !== settings.template;
    const state = definition ? (isStale ? 'stale' : 'ready') : 'absent';
    return { ...nothing, set: state, waves, smoke, run: this.run() };
  }

  private run(): ProdRun {
    const { isPrepared, isSmoked, smokeFailure, failures } = this;
    return { isPrepared, isSmoked, smokeFailure, failures };
  }

  async perform(act: ProdAct, sight: ProdSight): Promise<void> {
    const { stage, type, settings, smoke, canary } = this;
    const { stackSets } = this.account;
    switch (act) {
      case 'note what is intended, and prepare':
        return this.prepare();
      case 'make the stack set':
        return stackSets.create(stackSetOf(stage, type, settings));
      case 'update the stack set':
        this.isOperating = true;
        return stackSets.update(stackSetOf(stage, type, settings));
      case 'activate it as a consumer would': {
        const { region, publicNumber } = this.regions.goals[0]![0]!;
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
    const { stage, type, set } = this;
    const { stackSets } = this.account;
    const wave = waves.find((each) => nextChange(each) !== undefined)!;
    const change = nextChange(wave)!;
    const { kind, number, regions } = change;
    const target = { accountId: stage.accountId, regions };
    this.isOperating = kind !== 'test';
    // A type is configured before its tests, and can be only when it is registered.
    const isTwofold = kind === 'make' && type.configuration !== undefined;
    const overrides = overridesOf(stage, type, isTwofold ? 'none' : number);
    if (kind === 'delete') await stackSets.deleteInstances(set, target);
    if (kind === 'make') await stackSets.createInstances(set, { ...target, overrides });
    if (kind === 'update') {
      for (const region of regions) await this.configure(stage.account(region));
      await stackSets.updateInstances(set, { ...target, overrides });
    }
    if (kind === 'test') await this.test(regions);
    this.regions.tried(change, isTwofold);
  }

  private async test(regions: readonly string[]): Promise<void> {
    const instances = await this.account.stackSets.instances(this.set);
    for (const region of regions) {
      const account = this.stage.account(region);
      const { stackId } = instances.find((each) => each.region === region)!;
      const arn = (await account.stacks.find(stackId))?.outputs.VersionArn ?? '';
      this.failures = new Map([...this.failures, [region, 'its contract tests have not passed']]);
      await this.configure(account);
      this.regions.testBegins(region);
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
    if (settings.publish) await noteIntended(stage, type, this.regions.goals.flat());
    this.isPrepared = true;
  }
}
