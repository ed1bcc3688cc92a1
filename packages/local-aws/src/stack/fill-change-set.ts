import type { CloudFormation } from './cloudformation';
import { previewStack } from './preview-stack';
import type { StackRequest } from './request';
import { TemplateError } from './template-error';

/** What CloudFormation says of a change set that would change nothing; clients know it by these words. */
const nothingToChange =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** Finds out what a change set would do, for a client that has asked through the API. */
export function fillChangeSet(cloudFormation: CloudFormation, id: string, request: StackRequest): void {
  const { changeSets } = cloudFormation.world;
  const record = changeSets.get(id);
  // Deleted before anybody has looked at it.
  if (!record) return;
  try {
    const { changes } = previewStack(cloudFormation, request);
    const outcome =
      changes.length > 0
        ? { status: 'CREATE_COMPLETE' as const }
        : { status: 'FAILED' as const, statusReason: nothingToChange };
    changeSets.set(id, { ...record, ...outcome, changes });
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    changeSets.set(id, { ...record, status: 'FAILED', statusReason: error.message });
  }
}
