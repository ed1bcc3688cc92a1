/*
 * The one file that knows how the SDK keeps AWS's own model. Every client exports its operations, shapes and errors
 * as arrays named `UpdateDistribution$`, `NoSuchDistribution$`, …: internals, hence the exact pins in package.json.
 *
 *   operation  [9, namespace, name, {http: [method, uri, status]}, input, output]
 *   structure  [3, namespace, name, traits, member names, member shapes, how many of them (the first) are required]
 *   list       [1, namespace, name, traits, item]
 *   error      [-3, namespace, name, {error, httpError, awsQueryError}, …]
 *
 * Everything else in `wire/` sees `Shape`, `OperationModel` and `ServiceModel` only.
 */
import * as acm from '@aws-sdk/client-acm';
import * as cloudformation from '@aws-sdk/client-cloudformation';
import * as cloudfront from '@aws-sdk/client-cloudfront';
import * as keyValueStore from '@aws-sdk/client-cloudfront-keyvaluestore';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as route53 from '@aws-sdk/client-route-53';
import * as s3 from '@aws-sdk/client-s3';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import { NormalizedSchema } from '@smithy/core/schema';
import type { ServiceName } from '../world/world';
import { codeConnections, serviceQuotas } from './clientless';

/** A shape of the model: structure, list, map or scalar, with the traits of the member that holds it. */
export type Shape = NormalizedSchema;

export interface OperationModel {
  readonly name: string;
  readonly http?: { readonly method: string; readonly uri: string; readonly status: number };
  readonly input: Shape;
  readonly output: Shape;
}

export type ProtocolName =
  | 'rest-xml'
  | 'rest-json'
  | 's3'
  | 'json-1.0'
  | 'json-1.1'
  | 'rpc-v2-cbor'
  | 'query';

export interface ServiceModel {
  readonly service: ServiceName;
  /** The service in a credential scope. */
  readonly signedAs: string;
  /** Whether a signature has to hold for a set of regions. */
  readonly isSignedForRegions: boolean;
  /** Those that a request shows by a mark of its own come first. */
  readonly protocols: readonly ProtocolName[];
  /** Namespace of the service's XML documents. */
  readonly xmlns: string;
  readonly operations: ReadonlyMap<string, OperationModel>;
  /** Query services send some errors under another code than the shape's name. */
  readonly wireCodes: ReadonlyMap<string, string>;
}

const operationMark = 9;
const listMark = 1;
const structureMark = 3;
const errorMark = -3;
/** The mark of "no input" or "no output". */
const unit = 'unit';

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];
type OperationSchema = [9, string, string, { http?: [string, string, number] } | 0, SchemaRef, SchemaRef];
type ErrorSchema = [-3, string, string, { awsQueryError?: [string, number] } | 0];

const marked = <T>(client: object, mark: number): T[] =>
  Object.values(client).filter((value) => Array.isArray(value) && value[0] === mark) as T[];

const operationModelOf = ([, , name, traits, input, output]: OperationSchema): OperationModel => {
  const binding = traits === 0 ? undefined : traits.http;
  return {
    name,
    ...(binding && { http: { method: binding[0], uri: binding[1], status: binding[2] } }),
    input: NormalizedSchema.of(input),
    output: NormalizedSchema.of(output),
  };
};

const serviceModelOf = (
  service: ServiceName,
  protocols: ProtocolName | readonly ProtocolName[],
  xmlns: string,
  client: object,
  signedAs: string = service,
): ServiceModel => ({
  service,
  signedAs,
  isSignedForRegions: service === 'cloudfront-keyvaluestore',
  protocols: [protocols].flat(),
  xmlns,
  operations: new Map(
    marked<OperationSchema>(client, operationMark)
      .map(operationModelOf)
      .map((operation) => [operation.name, operation]),
  ),
  wireCodes: new Map(
    marked<ErrorSchema>(client, errorMark).flatMap(([, , name, traits]) =>
      traits !== 0 && traits.awsQueryError ? [[name, traits.awsQueryError[0]]] : [],
    ),
  ),
});

/** The services that are spoken here, by their names in the world. */
export const serviceModels: ReadonlyMap<string, ServiceModel> = new Map(
  [
    serviceModelOf('cloudfront', 'rest-xml', 'http://cloudfront.amazonaws.com/doc/2020-05-31/', cloudfront),
    serviceModelOf('route53', 'rest-xml', 'https://route53.amazonaws.com/doc/2013-04-01/', route53),
    serviceModelOf('acm', 'json-1.1', '', acm),
    serviceModelOf(
      'cloudwatch',
      ['rpc-v2-cbor', 'json-1.0', 'query'],
      'http://monitoring.amazonaws.com/doc/2010-08-01/',
      cloudwatch,
      'monitoring',
    ),
    serviceModelOf('cloudfront-keyvaluestore', 'rest-json', '', keyValueStore),
    serviceModelOf('s3', 's3', 'http://s3.amazonaws.com/doc/2006-03-01/', s3),
    serviceModelOf('ssm', 'json-1.1', '', ssm),
    serviceModelOf(
      'cloudformation',
      'query',
      'http://cloudformation.amazonaws.com/doc/2010-05-15/',
      cloudformation,
    ),
    serviceModelOf('codeconnections', ['rpc-v2-cbor', 'json-1.0'], '', codeConnections),
    serviceModelOf('servicequotas', 'json-1.1', '', serviceQuotas),
    serviceModelOf('sts', 'query', 'https://sts.amazonaws.com/doc/2011-06-15/', sts),
  ].map((model) => [model.service, model]),
);

/** A structure of our own around shapes of the model: the envelopes that a protocol puts around an answer. */
export const envelope = (name: string, members: Record<string, Shape>): Shape => {
  const shapes = Object.values(members).map((shape) => [shape.getSchema(), shape.getMergedTraits()]);
  const structure: unknown = [structureMark, 'local-aws', name, 0, Object.keys(members), shapes];
  return NormalizedSchema.of(structure as SchemaRef);
};

/** A line of text. */
export const textShape: Shape = NormalizedSchema.of(0);
export const numberShape: Shape = NormalizedSchema.of(1);
export const booleanShape: Shape = NormalizedSchema.of(2);

/** The same structure with these members instead of its own. */
export const withMembers = (
  shape: Shape,
  members: readonly (readonly [name: string, member: Shape])[],
): Shape =>
  inPlaceOf(shape, [
    structureMark,
    ...nameOf(shape),
    0,
    members.map(([name]) => name),
    members.map(([, member]) => [member.getSchema(), member.getMergedTraits()]),
    requiredMembersOf(shape).length,
  ]);

/** The same list with items of another shape. */
export const withItems = (shape: Shape, item: Shape): Shape =>
  inPlaceOf(shape, [listMark, ...nameOf(shape), 0, [item.getSchema(), item.getMergedTraits()]]);

/** A list that the model does not have. @param isFlat whether it repeats without an element around it */
export const listShape = (item: Shape, isFlat: boolean): Shape => {
  const schema: unknown = [
    listMark,
    'local-aws',
    'List',
    isFlat ? { xmlFlattened: 1 } : 0,
    [item.getSchema(), 0],
  ];
  return NormalizedSchema.of(schema as SchemaRef);
};

/** A schema with the name and the traits by which its owner holds `shape`. */
function inPlaceOf(shape: Shape, schema: unknown): Shape {
  const name = shape.getMemberName() ?? 'root';
  const owner: unknown = [
    structureMark,
    'local-aws',
    'Owner',
    0,
    [name],
    [[schema, shape.getMergedTraits()]],
  ];
  return NormalizedSchema.of(owner as SchemaRef).getMemberSchema(name);
}

const nameOf = (shape: Shape): string[] => (shape.getName(true) ?? 'local-aws#List').split('#');

/** True where the model says that nothing is sent or answered. */
export const isUnit = (shape: Shape): boolean => shape.getSchema() === unit;

/** Members with their shapes, in the order of the model. */
export const membersOf = (shape: Shape): [name: string, member: Shape][] =>
  isUnit(shape) ? [] : [...shape.structIterator()];

/** Names of the members that a structure cannot be without. */
export const requiredMembersOf = (shape: Shape): string[] => {
  const schema = shape.getSchema();
  if (!Array.isArray(schema) || schema[0] !== structureMark) return [];
  return (schema[4] as string[]).slice(0, (schema[6] as number | undefined) ?? 0);
};

/** Where a member travels in HTTP, and under which name. */
export interface Binding {
  readonly place: 'label' | 'query' | 'header' | 'prefix' | 'payload' | 'body';
  readonly name: string;
}

/** Reads a member's HTTP traits; a member without any travels in the body. */
export const bindingOf = (name: string, member: Shape): Binding => {
  const traits = member.getMergedTraits();
  if (traits.httpLabel) return { place: 'label', name };
  if (traits.httpQuery) return { place: 'query', name: traits.httpQuery };
  if (traits.httpHeader) return { place: 'header', name: traits.httpHeader };
  if (typeof traits.httpPrefixHeaders === 'string')
    return { place: 'prefix', name: traits.httpPrefixHeaders };
  if (traits.httpPayload) return { place: 'payload', name };
  return { place: 'body', name };
};

/** Name of an element in XML or of a key in a form, as the model renames it. */
export const wireNameOf = (shape: Shape, otherwise: string): string =>
  (shape.getMergedTraits().xmlName as string | undefined) ?? otherwise;

/** Whether a list or map repeats without an element around it. */
export const isFlat = (shape: Shape): boolean => Boolean(shape.getMergedTraits().xmlFlattened);
