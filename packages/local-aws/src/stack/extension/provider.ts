import { ResourceFailure } from '../resources/failure';
import type { ResourceContext, ResourceProvider } from '../resources/provider';
import type { Made } from '../stack';
import type { TypeRegistration, TypeSchema } from '../type-runtime';
import type { Members } from '../value';
import { performOperation } from './operation';
import { identityOf, memberAt, namesOf, only } from './pointers';
import { schemaCheckOf } from './schema-check';

/** A registered type of the registry as a resource of a stack: its handlers are what is called. */
export function extensionProvider(registration: TypeRegistration): ResourceProvider {
  const { schema, typeName } = registration;
  const perform = (context: ResourceContext, operation: Parameters<typeof performOperation>[2]) =>
    performOperation(context, registration, operation);

  /** CloudFormation reads what it has just made or changed, and GetAtt answers from that. */
  const read = async (context: ResourceContext, identity: string, model: Members): Promise<Made> => {
    const properties = only(model, schema.primaryIdentifier);
    const found = await perform(context, { action: 'READ', properties, identity });
    return madeOf(schema, identity, found!);
  };

  const problems = schemaCheckOf(schema);
  const insist = (properties: Members): void => {
    const problem = problems(properties, [])[0];
    if (problem) throw new ResourceFailure('InvalidRequest', `Model validation failed (${problem.text})`);
  };

  return {
    type: typeName,
    attributes: (schema.readOnlyProperties ?? []).map((pointer) => namesOf(pointer).join('.')),
    createOnly: (schema.createOnlyProperties ?? []).map((pointer) => namesOf(pointer).join('.')),
    problems,

    create: async (context, properties) => {
      // Once more: what depended on other resources is known only now.
      insist(properties);
      const onModel = (model: Members, identity: string) => context.begun(madeOf(schema, identity, model));
      const model = await perform(context, { action: 'CREATE', properties, onModel });
      return read(context, identityOf(schema, model)!, model!);
    },

    update: async (context, made, properties, previous) => {
      insist(properties);
      const model = await perform(context, {
        action: 'UPDATE',
        properties: { ...readOnlyOf(schema, made), ...properties },
        previous: { ...readOnlyOf(schema, made), ...previous },
        identity: made.physicalId,
      });
      return read(context, made.physicalId, model!);
    },

    read: async (context, made, properties) =>
      (await read(context, made.physicalId, { ...made.model, ...properties })).model ?? {},

    delete: async (context, made, properties) => {
      const known = {
        ...properties,
        ...only(made.model ?? {}, schema.primaryIdentifier),
        ...readOnlyOf(schema, made),
      };
      try {
        await perform(context, { action: 'DELETE', properties: known, identity: made.physicalId });
      } catch (error) {
        // CloudFormation takes NotFound on DELETE for done (cloudformation-cli issue 456).
        if (!(error instanceof ResourceFailure && error.code === 'NotFound')) throw error;
      }
    },
  };
}

/** UPDATE and DELETE get the read-only properties of the model too. */
const readOnlyOf = (schema: TypeSchema, made: Made): Members =>
  only(made.model ?? {}, schema.readOnlyProperties ?? []);

function madeOf(schema: TypeSchema, physicalId: string, model: Members): Made {
  const attributes: Members = {};
  for (const names of (schema.readOnlyProperties ?? []).map(namesOf)) {
    const value = memberAt(model, names);
    if (value !== undefined && value !== null) attributes[names.join('.')] = value;
  }
  return { physicalId, attributes, model };
}
