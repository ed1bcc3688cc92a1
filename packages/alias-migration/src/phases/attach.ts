import { certificateToAttach } from '../attached-certificate';
import { act, DEPLOYMENT_POLL_SECONDS, editOf, onward, ruleOfRun, wait } from './phase';

/**
 * ATTACHING: the target gets its certificate before CloudFront is asked to move a name to it: the call that moves brings
 * none, and is refused where none covers the name. It is waited for, because nothing says that edges take a move after
 * the certificate it needs.
 */
export const attach = ruleOfRun({
  looks: ['ends'],
  budgetMinutes: 90,
  decide: (run) => {
    const { migration, target } = run;
    const certificate = certificateToAttach(migration.target, target);
    if (certificate)
      return act(
        editOf('target', target, { addAliases: [], removeAliases: [], certificate }),
        `Attaching its certificate to the target ${target.id}.`,
        DEPLOYMENT_POLL_SECONDS,
      );
    if (!target.deployed)
      return wait(`the target ${target.id} with its certificate to deploy`, DEPLOYMENT_POLL_SECONDS);
    return onward(run);
  },
});
