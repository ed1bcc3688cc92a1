import type { Drift, RegistryAccount, StackState } from '@cutover/aws-adapter';
import type { Io } from '../../io';
import { templateOf } from '../../roles/fixtures';
import { registeredIn } from '../alpha/deliver';
import { type Delivery, drive } from '../drive';
import { type Receipt, readIntegration, readReceipt, writeIntegration, writeReceipt } from '../notes';
import { type Outcome, type ReleasedType, type Stage, stackName } from '../stage';
import { type BetaAct, type BetaSight, failureOf, planBeta } from './plan';

/** Updates what the version before has made with the new one, and makes something with it alone. */
export const deliverToBeta = (stage: Stage, type: ReleasedType, io: Io): Promise<Outcome> =>
  drive(new BetaDelivery(stage, type, io), io);

class BetaDelivery implements Delivery<BetaSight, BetaAct> {
  readonly name: string;
  readonly plan = planBeta;
  private readonly account: RegistryAccount;
  private readonly upgradeStack: string;
  private readonly freshStack: string;
  private receipt: Receipt | undefined;
  private versionArn: string | undefined;
  private lastArn: string | undefined;
  private detection: string | undefined;
  private isUpgradeMade = false;
  private isFreshMade = false;
  private failure: string | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly type: ReleasedType,
    private readonly io: Io,
  ) {
    this.name = type.typeName;
    this.account = stage.account(stage.home);
    this.upgradeStack = stackName(stage, type, 'upgrade');
    this.freshStack = stackName(stage, type, 'fresh');
  }

  async look(): Promise<BetaSight> {
    const { stage, type, account } = this;
    this.receipt ??= await readReceipt(stage, type.slug);
    const versions = await account.types.versions(type.typeName);
    const { receipt, versionArn } = this;
    const passed = versions.find(({ arn }) => arn === receipt?.versionArn);
    const isSame = receipt?.sha256 === type.sha256;
    const isDelivered = isSame && passed?.isDefault === true;
    this.lastArn = isSame || passed?.arn === versionArn ? undefined : passed?.arn;
    const current = versions.find(({ arn }) => arn === versionArn);
    const stacks = isDelivered ? [] : [await this.find(this.upgradeStack), await this.find(this.freshStack)];
    return {
      isDelivered,
      isUpgraded: receipt?.upgradedTo === type.sha256,
      hasIntegration: type.integration !== undefined,
      isRegistered: current !== undefined,
      isDefault: current?.isDefault ?? false,
      hasLast: this.lastArn !== undefined,
      upgrade: stacks[0]?.status,
      fresh: stacks[1]?.status,
      drift: await this.drift(),
      run: {
        isBegun: versionArn !== undefined,
        isUpgradeMade: this.isUpgradeMade,
        isFreshMade: this.isFreshMade,
        failure: this.failure,
      },
    };
  }

  private find(stack: string): Promise<StackState | undefined> {
    return this.account.stacks.find(stack);
  }

  private async drift(): Promise<Drift | undefined> {
    return this.detection === undefined ? undefined : this.account.stacks.drift(this.detection);
  }

  async perform(act: BetaAct, sight: BetaSight): Promise<void> {
    const { stage, type, account, io, receipt } = this;
    const { types, stacks } = account;
    switch (act) {
      case 'register':
        this.versionArn = await registeredIn(stage, type, io);
        return;
      case 'make a stack with the version before': {
        const theirs = (await readIntegration(stage, type.slug, receipt!.sha256)) ?? type.integration!;
        this.isUpgradeMade = true;
        return stacks.create(this.upgradeStack, theirs, kept(theirs));
      }
      case 'make it the default':
        return types.setDefault(this.versionArn!);
      case 'update the stack with it':
        await stacks.update(this.upgradeStack, type.integration!, roundOf(type.integration!, '2'));
        return;
      case 'detect drift':
        this.detection = await stacks.detectDrift(this.upgradeStack);
        return;
      case 'note that the upgrade works':
        return this.note({ ...receipt!, upgradedTo: type.sha256 });
      case 'delete the upgraded stack':
        return stacks.remove(this.upgradeStack);
      case 'make a stack of its own':
        return stacks.create(this.freshStack, type.integration!, kept(type.integration!));
      case 'delete the stack of its own':
        await stacks.remove(this.freshStack);
        this.isFreshMade = true;
        return;
      case 'note that it passed':
        if (type.integration !== undefined)
          await writeIntegration(stage, type.slug, type.sha256, type.integration);
        return this.note({ sha256: type.sha256, versionArn: this.versionArn! });
      case 'fail':
        this.failure = failureOf(sight);
        return;
      case 'give the default back':
        return types.setDefault(this.lastArn!);
      case 'deregister':
        return types.deregister(this.versionArn!);
    }
  }

  private async note(receipt: Receipt): Promise<void> {
    await writeReceipt(this.stage, this.type.slug, receipt);
    this.receipt = receipt;
  }
}

/** A template with a parameter Round changes what it declares with it; without one, only its own changes count. */
const roundOf = (template: string, round: string): Record<string, string> =>
  parameterNames(template).includes('Round') ? { Round: round } : {};

/** A stack that fails stays, so that it can be told from one that was never made. */
const kept = (template: string) => ({ parameters: roundOf(template, '1'), onFailure: 'ROLLBACK' }) as const;

const parameterNames = (template: string): string[] => Object.keys(templateOf(template).Parameters ?? {});
