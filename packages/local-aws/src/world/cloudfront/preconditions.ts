import { invalidIfMatch, preconditionFailed } from './failures';

const etagForm = /^E[A-Z0-9]+$/;

/** Missing or no ETag at all is one error (400), the ETag of another version is another (412). */
export function requireMatch(ifMatch: string | undefined, etag: string): void {
  if (!ifMatch || !etagForm.test(ifMatch)) throw invalidIfMatch();
  if (ifMatch !== etag) throw preconditionFailed();
}

/** UpdateDomainAssociation goes without If-Match too; what is sent has to fit. */
export function requireMatchIfGiven(ifMatch: string | undefined, etag: string): void {
  if (ifMatch !== undefined) requireMatch(ifMatch, etag);
}
