import type { Declaration, Shown } from '@cutover/redirect-site';
import { plainOf } from '@cutover/registry-face';
import { ResourceModel } from './models';
import { recastProperties } from './recast';

/** The resource's properties as JSON: what CloudFormation sends and gets back. */
export type Properties = Partial<Shown>;

/** The library's models have members of other names (`hostedZones`) and say themselves how they are written as JSON. */
export const propertiesOf = (model: ResourceModel | null | undefined): Properties =>
  recastProperties(plainOf(model?.toJSON() ?? {})) as Properties;

/** The library fills a model from JSON only here; its constructor takes members, not properties. */
export const modelOf = (properties: Properties): ResourceModel =>
  ResourceModel.deserialize(plainOf(properties) as Record<string, unknown>);

/** Every one of them, which the compiler sees to. */
const DECLARED = Object.keys({
  Defaults: true,
  Policy: true,
  Sites: true,
  Tests: true,
  RulesSource: true,
  Distribution: true,
  CertificateArn: true,
  HostedZones: true,
  TakeOver: true,
  PriceClass: true,
  HttpsFirst: true,
  Origin: true,
  Logs: true,
  TestAtEdge: true,
  Comment: true,
  Deployment: true,
  Tags: true,
} satisfies Record<keyof Declaration, true>) as (keyof Declaration)[];

/** The properties that a person declared: an update gets the read-only ones of the last answer too. */
export function declaredIn(properties: Properties): Declaration {
  const entries = DECLARED.map((name) => [name, properties[name]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
