import { enumerate } from '../names';
import type { ViewerCertificate } from '../port';
import { absentFrom, act, DEPLOYMENT_POLL_SECONDS, ruleOfRun, to, wait } from './phase';

/** What the article attaches: SNI, and no protocol older than TLS 1.2. */
export const attachedCertificate = (arn: string): ViewerCertificate => ({
  kind: 'acm',
  arn,
  sslSupportMethod: 'sni-only',
  minimumProtocolVersion: 'TLSv1.2_2021',
});

/** ADDING_WILDCARD (the article's step 2): the target takes the transit wildcard, with its certificate, and deploys. */
export const addWildcard = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 90,
  decide: ({ migration, before, target }) => {
    const arn = migration.target.certificateArn;
    const addAliases = absentFrom(before.wildcards, target);
    const hasCertificate = !arn || (target.certificate.kind === 'acm' && target.certificate.arn === arn);
    if (addAliases.length > 0 || !hasCertificate) {
      const edit = {
        addAliases,
        removeAliases: [],
        ...(hasCertificate || !arn ? {} : { certificate: attachedCertificate(arn) }),
      };
      const action = {
        kind: 'editDistribution',
        side: 'target',
        distributionId: target.id,
        edit,
        etag: target.etag,
      } as const;
      return act(
        action,
        `Adding ${enumerate(before.wildcards)} to the target ${target.id}.`,
        DEPLOYMENT_POLL_SECONDS,
      );
    }
    if (!target.deployed)
      return wait(`the target ${target.id} with the wildcard to deploy`, DEPLOYMENT_POLL_SECONDS);
    return to('CANARY');
  },
});
