import { findParameter } from '../world/ssm/parameters';
import type { World } from '../world/world';
import type { Stored } from './template/parameter-values';

/**
 * `cdk synth` writes a parameter into every template that asks for the version of the account's bootstrap stack. The
 * accounts of a rehearsal count as bootstrapped, by a version that every rule about it takes (the least is 6).
 */
const bootstrapVersion = /^\/cdk-bootstrap\/[A-Za-z0-9_-]+\/version$/;
const bootstrappedAs = '30';

/** The parameter store that templates of an account and region see. */
export const parameterStoreOf =
  (world: World, place: { readonly accountId: string; readonly region: string }): Stored =>
  (name) =>
    findParameter(world, place, name)?.value ?? (bootstrapVersion.test(name) ? bootstrappedAs : undefined);
