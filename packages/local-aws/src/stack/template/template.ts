import type { Conditions } from './conditions';
import type { TemplateDocument } from './document';
import type { Mapping } from './mapping';
import type { OutputDefinition } from './output-definition';
import type { ParameterDefinition } from './parameter';
import type { ResourceDefinition } from './resource-definition';
import type { Rule } from './rule';

/** A template as read: every section, attribute and function in it is one that the driver has. */
export interface Template {
  readonly document: TemplateDocument;
  readonly description?: string;
  readonly parameters: readonly ParameterDefinition[];
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly conditions: Conditions;
  readonly rules: readonly Rule[];
  readonly resources: ReadonlyMap<string, ResourceDefinition>;
  readonly outputs: ReadonlyMap<string, OutputDefinition>;
}
