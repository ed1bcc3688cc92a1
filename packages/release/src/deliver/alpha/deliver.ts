import type { RegistryAccount, TypeVersion } from '@cutover/aws-adapter';
import { deployStack } from '../../install/deploy-stack';
import { roomFor } from '../../install/plan';
import { registered } from '../../install/register';
import type { Io } from '../../io';
import { type Delivery, drive } from '../drive';
import { type Receipt, readReceipt, writeReceipt } from '../notes';
import { type Outcome, packageKey, packageUrl, type ReleasedType, type Stage, stackName } from '../stage';
import { type AlphaAct, type AlphaSight, planAlpha } from './plan';

/** Registers a type, tests it, and makes it the default when it has passed. */
export const deliverToAlpha = (stage: Stage, type: ReleasedType, io: Io): Promise<Outcome> =>
  drive(new AlphaDelivery(stage, type, io), io);

class AlphaDelivery implements Delivery<AlphaSight, AlphaAct> {
  readonly name: string;
  readonly plan = planAlpha;
  private readonly account: RegistryAccount;
  private receipt: Receipt | undefined;
  private last: TypeVersion | undefined;
  private isPrepared = false;
  private versionArn: string | undefined;
  private tests = 0;
  private testedAt = 0;
  private withdrawn: string | undefined;

  constructor(
    private readonly stage: Stage,
    private readonly type: ReleasedType,
    private readonly io: Io,
  ) {
    this.name = type.typeName;
    this.account = stage.account(stage.home);
  }

  async look(): Promise<AlphaSight> {
    const { stage, type, account } = this;
    this.receipt ??= await readReceipt(stage, type.slug);
    const versions = await account.types.versions(type.typeName);
    const find = (arn: string | undefined) => versions.find((each) => each.arn === arn);
    const { receipt, versionArn } = this;
    const passed = find(receipt?.versionArn);
    this.last = lastOf(versions, passed, versionArn);
    return {
      isDelivered: receipt?.sha256 === type.sha256 && passed?.isDefault === true,
      version: seen(find(versionArn)),
      last: seen(this.last),
      test: find(versionArn) && (await account.tests.state(versionArn!)),
      run: {
        isPrepared: this.isPrepared,
        tests: this.tests,
        sinceTestMs: this.io.now() - this.testedAt,
        withdrawn: this.withdrawn,
      },
    };
  }

  async perform(act: AlphaAct, { test }: AlphaSight): Promise<void> {
    const { stage, type, account, io } = this;
    const { types, tests } = account;
    switch (act) {
      case 'make what its tests need':
        if (type.setup !== undefined)
          await deployStack(account, stackName(stage, type, 'setup'), type.setup, io);
        this.isPrepared = true;
        return;
      case 'register':
        this.versionArn = await registeredIn(stage, type, io);
        return;
      case 'configure and test':
        if (type.configuration !== undefined) await tests.configure(type.typeName, type.configuration);
        this.testedAt = io.now();
        await tests.begin(this.versionArn!, stage.inbox);
        this.tests += 1;
        return;
      case 'make it the default':
        return types.setDefault(this.versionArn!);
      case 'give the default back':
        return types.setDefault(this.last!.arn);
      case 'deregister':
        await types.deregister(this.versionArn!);
        this.withdrawn = test?.description || 'no reason given';
        return;
      case 'note that it passed':
        await writeReceipt(stage, type.slug, { sha256: type.sha256, versionArn: this.versionArn! });
        this.receipt = undefined;
    }
  }
}

/** Where to go back to. */
const lastOf = (
  versions: readonly TypeVersion[],
  passed: TypeVersion | undefined,
  versionArn: string | undefined,
): TypeVersion | undefined =>
  [passed, ...versions.toReversed()].find((each) => each !== undefined && each.arn !== versionArn);

const seen = (version: TypeVersion | undefined) =>
  version && { id: version.versionId, isDefault: version.isDefault };

/** @returns the ARN of the version that these bytes are */
export async function registeredIn(stage: Stage, type: ReleasedType, io: Io): Promise<string> {
  const { typeName, archive, sha256 } = type;
  const account = stage.account(stage.home);
  for (const { arn } of roomFor(await account.types.versions(typeName))) await account.types.deregister(arn);
  await account.packages.put(stage.inbox, packageKey(type), archive);
  const version = { typeName, packageUrl: packageUrl(stage, type), roleArn: stage.typeRoleArn };
  return registered(account, version, sha256, io);
}
