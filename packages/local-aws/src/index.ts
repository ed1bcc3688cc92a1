export { type AuthorityAnswer, authorityAnswer } from './dns/authority';
export { nameServerAddress, nameServerAddresses, publicResolverAddress } from './dns/name-servers';
export { plainName } from './dns/names';
export { type Resolution, resolve } from './dns/resolver';
export { type DnsServers, startDns } from './dns/server';
export { type CertificateAuthority, createAuthority } from './edge/authority';
export { handshakeOf } from './edge/certificates';
export type { EndpointDefinition } from './edge/endpoints';
export { leftOutOf } from './edge/left-out';
export type { OriginRequest } from './edge/origin-load';
export type { OriginDefinition } from './edge/origins';
export { routeTo } from './edge/route';
export { callFaults, handlerFaults } from './faults/catalogue';
export type { Fault } from './faults/fault';
export { describeFaults, type FaultListing, listFaults } from './faults/listing';
export { FaultError, type FaultRequest, faultAt, parseFault } from './faults/parse';
export { type Invocation, type LocalAws, type LocalAwsOptions, startLocalAws } from './local-aws';
export * from './stack';
export { serveStackOrders, takeOrders } from './stack/orders';
export { type Sleeper, type Timeline, timelineOf } from './timeline';
export { advance, nextChangeAt } from './world/advance';
export {
  type SeededEntity,
  type SeededFunction,
  type SeededKind,
  seedEntity,
  seedFunction,
} from './world/cloudfront/entities/seed';
export {
  type EmptyStore,
  emptyStores,
  type KeptKind,
  type MissingEntity,
  missingEntities,
} from './world/cloudfront/missing';
export { certificateCovers } from './world/cloudfront/names';
export { type PlainDistribution, plainConfig } from './world/cloudfront/plain-config';
export { type Connection, seedConnection } from './world/codeconnections/connection';
export { copyOf } from './world/copy';
export { createWorld, type WorldOptions } from './world/create';
export { AwsFailure } from './world/failure';
export { answer } from './world/gate';
export { administratorOf, arnOf, callerOf } from './world/identity';
export { type Knobs, likelyKnobs } from './world/knobs';
export type { Answer, Caller, Request } from './world/operation';
export type { TestRunner, TestVerdict, TypeTest } from './world/registry/tests';
export { seedBucket, seedObject } from './world/s3/seed';
export {
  type SeededCertificate,
  type SeededDistribution,
  type SeededHostedZone,
  seedCertificate,
  seedDistribution,
  seedHostedZone,
  seedParameter,
  seedRole,
} from './world/seed';
export { type DistributionStatus, statusOf } from './world/view';
export type * from './world/world';
