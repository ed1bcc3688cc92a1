import { createPublicKey } from 'node:crypto';
import type { PublicKeyConfig } from '@aws-sdk/client-cloudfront';
import { AwsFailure } from '../../failure';
import { newPublicKeyId } from '../../ids';
import { type EntityKind, entityFailures } from '../entities/kind';
import { invalidArgument } from '../failures';

/** What signed URLs and cookies are checked with. IAM has no resource of this kind. */
export const publicKey: EntityKind<PublicKeyConfig> = {
  all: (world) => world.publicKeys,
  newId: newPublicKeyId,
  quota: 10,
  failures: entityFailures({
    noSuch: ['NoSuchPublicKey', "The specified public key doesn't exist."],
    alreadyExists: ['PublicKeyAlreadyExists', 'The specified public key already exists.'],
    inUse: ['PublicKeyInUse', 'The specified public key is in use.'],
    tooMany: [
      'TooManyPublicKeys',
      'The maximum number of public keys for field-level encryption have been created. To create a new public key, ' +
        'delete one of the existing keys.',
    ],
  }),
  accepted(given, { before }) {
    if (!given.Name) throw invalidArgument('The parameter Name is required.');
    if (before) requireSameKey(before.config, given);
    else requireKey(given.EncodedKey);
    return { Comment: '', ...given };
  },
  clashes: (one, other) => one.Name === other.Name || one.CallerReference === other.CallerReference,
  isUsed: (world, { id }) =>
    [...world.keyGroups.values()].some((group) => group.config.Items?.includes(id) ?? false),
};

/** Only the comment can change. */
function requireSameKey(before: PublicKeyConfig, given: PublicKeyConfig): void {
  const fixed = ['CallerReference', 'Name', 'EncodedKey'] as const;
  if (fixed.some((member) => given[member] !== before[member]))
    throw new AwsFailure(
      'CannotChangeImmutablePublicKeyFields',
      400,
      "You can't change the value of a public key.",
    );
}

/** RSA of 2048 bits or ECDSA on P-256, in PEM (Developer Guide, "Create key pairs for your signers"). */
function requireKey(pem: string | undefined): void {
  const refusal = invalidArgument('Your request contains empty/invalid/out of limits RSA Encoded Key');
  const key = readKey(pem ?? '');
  const { modulusLength, namedCurve } = key?.asymmetricKeyDetails ?? {};
  const isRsa = key?.asymmetricKeyType === 'rsa' && modulusLength === 2048;
  const isEcdsa = key?.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1';
  if (!isRsa && !isEcdsa) throw refusal;
}

function readKey(pem: string) {
  try {
    return createPublicKey(pem);
  } catch (error) {
    // ERR_OSSL_UNSUPPORTED, ERR_OSSL_ASN1_…: OpenSSL has a code for each way in which a text is no key.
    if (!(error as NodeJS.ErrnoException).code?.startsWith('ERR_OSSL')) throw error;
    return undefined;
  }
}
