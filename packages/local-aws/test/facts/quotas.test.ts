import type { CreateDistributionResult } from '@aws-sdk/client-cloudfront';
import { likelyKnobs } from '../../src/world/knobs';
import {
  acm,
  aliases,
  ask,
  certificateFor,
  emptyCloud,
  outcome,
  smallConfig,
  sourceAccount,
  targetAccount,
  told,
  update,
} from '../world/cloud';
import { moveBy, proof, setUp } from '../world/moving';

describe('quotas', () => {
  test('a distribution has 100 names and an account 500 distributions, unless AWS has raised that [documented]', () => {
    expect(likelyKnobs).toMatchObject({ aliasQuota: 100, distributionQuota: 500 });
  });

  test('a name too many is refused with TooManyDistributionCNAMEs by UpdateDistribution [documented]', () => {
    const { world, target } = setUp({ knobs: { aliasQuota: 1 } });
    expect(outcome(update(world, target, { Aliases: aliases('c.example.com', 'd.example.com') }))).toBe(
      'TooManyDistributionCNAMEs 400',
    );
  });

  const full = {
    ...proof('_a.example.com', 'etarget.cloudfront.net'),
    knobs: { aliasQuota: 1 },
    target: { aliases: ['c.example.com'], covers: ['*.example.com'] },
  };
  test('a name too many is refused by AssociateAlias with the same error [documented]', () => {
    expect(outcome(moveBy('AssociateAlias', setUp(full).world))).toBe('TooManyDistributionCNAMEs 400');
  });

  test('UpdateDomainAssociation has no quota error in the model; here it answers InvalidArgument [inferred]', () => {
    expect(outcome(moveBy('UpdateDomainAssociation', setUp(full).world))).toBe('InvalidArgument 400');
  });

  test('a distribution too many is refused with TooManyDistributions, account by account [documented]', () => {
    const world = emptyCloud({ distributionQuota: 1 });
    const create = (CallerReference: string, account: string) =>
      outcome(
        ask(world, 'CreateDistribution', { DistributionConfig: smallConfig({ CallerReference }) }, account),
      );
    expect([create('1', sourceAccount), create('2', sourceAccount), create('1', targetAccount)]).toEqual([
      'ok',
      'TooManyDistributions 400',
      'ok',
    ]);
  });

  test('a caller reference is unique within its account only: a copy may keep it in another [documented]', () => {
    const world = emptyCloud();
    const create = (account: string) =>
      told<CreateDistributionResult>(
        ask(world, 'CreateDistribution', { DistributionConfig: smallConfig() }, account),
      ).Distribution?.DistributionConfig?.CallerReference;
    expect(create(sourceAccount)).toBe(create(targetAccount));
  });

  test('a distribution may carry a certificate and no name at all [observed]', () => {
    const world = emptyCloud();
    const ViewerCertificate = acm(certificateFor(world, sourceAccount, ['a.example.com']));
    expect(
      outcome(ask(world, 'CreateDistribution', { DistributionConfig: smallConfig({ ViewerCertificate }) })),
    ).toBe('ok');
  });
});
