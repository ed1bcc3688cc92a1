import { operations } from '../../src/world/operations';
import { walkAcm } from './walk/acm';
import { walkCloudFormation } from './walk/cloudformation';
import { walkCloudWatch } from './walk/cloudwatch';
import { walkDistributions } from './walk/distributions';
import { walkEntities } from './walk/entities';
import { walkFunctions } from './walk/functions';
import { walkInvalidations } from './walk/invalidations';
import { walkItems } from './walk/items';
import { walkObjects } from './walk/objects';
import { walkPolicies } from './walk/policies';
import { walkPublication } from './walk/publication';
import { walkReadiness } from './walk/readiness';
import { walkRegistry } from './walk/registry';
import { walkRoute53 } from './walk/route53';
import { walkSsm } from './walk/ssm';
import { walkStackSets } from './walk/stack-sets';
import { walkSts } from './walk/sts';
import { Walk } from './walk/walk';

const walk = new Walk();
beforeAll(() => walk.start());
afterAll(() => walk.stop());

describe('the real clients walk through', () => {
  describe('certificates', () => walkAcm(walk));
  describe('distributions', () => walkDistributions(walk));
  describe('invalidations', () => walkInvalidations(walk));
  describe('policies', () => walkPolicies(walk));
  describe('entities that distributions name', () => walkEntities(walk));
  describe('functions and their stores', () => walkFunctions(walk));
  describe('items of key value stores', () => walkItems(walk));
  describe('objects', () => walkObjects(walk));
  describe('zones', () => walkRoute53(walk));
  describe('alarms', () => walkCloudWatch(walk));
  describe('stacks', () => walkCloudFormation(walk));
  describe('stack sets', () => walkStackSets(walk));
  describe('types', () => walkRegistry(walk));
  describe('public types', () => walkPublication(walk));
  describe('connections and quotas', () => walkReadiness(walk));
  describe('parameters', () => walkSsm(walk));
  describe('identities', () => walkSts(walk));
});

describe('after the walk', () => {
  test('no operation that was written is left out', () => {
    const walked = new Set(walk.world.calls.map(({ service, operation }) => `${service}.${operation}`));
    expect([...operations.keys()].filter((name) => !walked.has(name))).toEqual([]);
  });

  test('no answer lacked a member that the model requires', () => {
    expect(walk.gaps).toEqual([]);
  });
});
