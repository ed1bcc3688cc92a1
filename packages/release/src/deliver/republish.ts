import { sha256 } from '../package/manifest';
import type { TypeProject } from '../project/type-project';
import { UserError } from '../user-error';
import { fixtureKey } from './prod/stack-set';
import { packageKey, type ReleasedType, type Stage } from './stage';

/**
 * An old package under a new number: the way back of what cannot be taken back.
 * @throws UserError when the inbox has no such package any more
 */
export async function oldPackage(
  stage: Stage,
  { typeName, slug }: Pick<TypeProject, 'typeName' | 'slug'>,
  digest: string,
  version: string,
): Promise<ReleasedType> {
  const { packages } = stage.account(stage.home);
  const type = { slug, sha256: digest };
  const archive = await packages.get(stage.inbox, packageKey(type));
  if (!archive || sha256(archive) !== digest)
    throw new UserError(`there is no ${packageKey(type)} in ${stage.inbox} with these bytes`);
  const setup = await packages.get(stage.inbox, fixtureKey(type));
  return {
    typeName,
    ...type,
    version,
    archive,
    setup: setup && new TextDecoder().decode(setup),
    integration: undefined,
    configuration: undefined,
  };
}
