import { distributionArn } from '../../arns';
import { frozenCopy } from '../../frozen';
import type { MoveOperation } from '../../knobs';
import type { Caller, Need } from '../../operation';
import type { Distribution, World } from '../../world';
import { aliasesOf, holderOf, withAliases } from '../registry';
import { writeConfigs } from '../write';

/** Both distributions get their next configurations in one entry for the edges: no viewer sees the name on neither. */
export function moveAlias(world: World, alias: string, source: Distribution, target: Distribution): void {
  const left = aliasesOf(source.config).filter((name) => name !== alias);
  const added = [...aliasesOf(target.config), alias];
  writeConfigs(world, [
    { distribution: source, config: frozenCopy(withAliases(source.config, left)) },
    { distribution: target, config: frozenCopy(withAliases(target.config, added)) },
  ]);
}

/**
 * A move takes UpdateDistribution beside its own permission, on the target and, within an account, on the source;
 * across accounts the TXT record speaks for the source.
 * @param onSource actions that the source is asked for
 */
export function moveNeeds(
  world: World,
  { accountId }: Caller,
  move: { readonly operation: MoveOperation; readonly alias: string; readonly targetId: string },
  onSource: readonly string[],
): Need[] {
  const holder = holderOf(world, move.alias);
  const needsOn = (id: string, actions: readonly string[]): Need[] =>
    actions.map((action) => ({ action: `cloudfront:${action}`, resource: distributionArn(accountId, id) }));
  return [
    ...needsOn(move.targetId, [move.operation, 'UpdateDistribution']),
    ...(holder && holder.accountId === accountId && holder.id !== move.targetId
      ? needsOn(holder.id, onSource)
      : []),
  ];
}
