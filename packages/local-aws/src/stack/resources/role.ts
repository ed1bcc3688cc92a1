import type { PolicyDocument, Role } from '../../world/world';
import type { Members } from '../value';
import { CallFailure } from './failure';
import { permissionDocument, trustDocument } from './policy-document';
import type { ResourceContext, ResourceProvider } from './provider';
import { list, record, required, text, whole } from './shape';

const shape = record(
  {
    AssumeRolePolicyDocument: required(trustDocument),
    RoleName: text,
    Path: text,
    Description: text,
    // Sessions here end after an hour at most; a longer limit is never reached.
    MaxSessionDuration: whole,
    Policies: list(record({ PolicyName: required(text), PolicyDocument: required(permissionDocument) })),
  },
  { unsupported: ['ManagedPolicyArns', 'PermissionsBoundary', 'Tags'] },
);

interface RoleProperties {
  readonly AssumeRolePolicyDocument: PolicyDocument;
  readonly RoleName?: string;
  readonly Path?: string;
  readonly Policies?: { readonly PolicyName: string; readonly PolicyDocument: PolicyDocument }[];
}

/** AWS::IAM::Role with inline policies. Ref is the name. */
export const roleProvider: ResourceProvider = {
  type: 'AWS::IAM::Role',
  attributes: ['Arn'],
  createOnly: ['RoleName', 'Path'],
  problems: (properties, at) => shape.problems(properties, at),

  create: async (context, properties) => {
    const name = (shape.toApi(properties) as RoleProperties).RoleName ?? generatedName(context);
    if (
      [...context.roles.values()].some((role) => role.accountId === context.accountId && role.name === name)
    )
      throw new CallFailure('iam', 'EntityAlreadyExists', 409, `Role with name ${name} already exists.`);
    const role = toRole(context, name, properties);
    context.roles.set(role.arn, role);
    return { physicalId: name, attributes: { Arn: role.arn } };
  },

  update: async (context, made, properties) => {
    const role = toRole(context, made.physicalId, properties);
    context.roles.set(role.arn, role);
    return made;
  },

  delete: async (context, made) => {
    context.roles.delete(String(made.attributes.Arn));
  },
};

/** As CloudFormation names a role that has no RoleName: at most 64 characters. */
const generatedName = (context: ResourceContext): string =>
  `${`${context.stackName}-${context.logicalId}`.slice(0, 51)}-${context.name('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', 12)}`;

function toRole({ accountId }: ResourceContext, name: string, properties: Members): Role {
  const { AssumeRolePolicyDocument, Path = '/', Policies = [] } = shape.toApi(properties) as RoleProperties;
  return {
    arn: `arn:aws:iam::${accountId}:role${Path}${name}`,
    name,
    accountId,
    trust: AssumeRolePolicyDocument,
    policies: Policies.map(({ PolicyDocument }) => PolicyDocument),
  };
}
