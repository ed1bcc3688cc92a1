import type { Readiness } from '@cutover/aws-adapter';
import { orRefusal } from '../or-refusal';
import type { TypeProject } from '../project/type-project';
import { isStored } from '../roles/fixtures';
import type { Finding } from './diagnose';
import { setupOf } from './needs';

/** The parameters of an account that test/setup.yml of these types ask for, in each region by the same names. */
export const parametersOf = (projects: readonly TypeProject[]): string[] => [
  ...new Set(
    projects.flatMap((project) =>
      Object.values(setupOf(project).Parameters ?? {})
        .filter(isStored)
        .flatMap(({ Default }) => Default || []),
    ),
  ),
];

/** Whether a region has them: a fixture cannot be deployed without, and the region's release fails with it. */
export async function fixtureFinding(
  readiness: Pick<Readiness, 'missingParameters'>,
  region: string,
  names: readonly string[],
): Promise<Finding> {
  const finding = (isFine: boolean, says: string): Finding => ({ region, what: 'fixtures', isFine, says });
  return orRefusal(
    async () => {
      const missing = await readiness.missingParameters(region, names);
      if (missing.length === 0) return finding(true, `find ${names.join(', ')}`);
      return finding(
        false,
        `test/setup.yml asks for ${missing.join(', ')}: scripts/deploy.sh writes them, or aws ssm put-parameter --type String --region ${region} --name ${missing[0]} --value …`,
      );
    },
    (because) => finding(false, because),
  );
}
