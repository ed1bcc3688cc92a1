import type { TypeProject } from '../project/type-project';
import { type Json, objectIn, textsIn } from '../schema/change';

/** Where it lies in a repository; deployed as the stack {namespace}-{env}-roles, before the pipeline. */
export const rolesFile = 'release/roles.json';

/** All that the handlers of these types ask for, each once. */
export const handlerActions = (projects: readonly Pick<TypeProject, 'schema'>[]): string[] =>
  [
    ...new Set(
      projects.flatMap(({ schema }) =>
        Object.values(objectIn(schema, 'handlers')).flatMap((handler) =>
          textsIn(handler as Json, 'permissions'),
        ),
      ),
    ),
  ].sort();

/**
 * The template of what a namespace's pipeline needs and only its types can tell: the role that they run with, and a
 * policy for what their fixtures make. Made by `release roles`; nobody writes into it.
 *
 * The role that `cfn generate` writes lets itself be assumed for one account's types only, and TestType then cannot: it
 * calls from an account of AWS's. So the publisher's role has no such condition; consumers keep theirs.
 */
export const rolesTemplate = (handlers: readonly string[], fixtures: readonly string[]): object => ({
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'Made by `npx release roles` from the schemas and the fixtures of the types.',
  Resources: {
    TypeRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        // As long as a session may be: an operation of a type may take 36 hours, and asks for keys again.
        MaxSessionDuration: 43_200,
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'resources.cloudformation.amazonaws.com' },
              Action: 'sts:AssumeRole',
            },
          ],
        },
        Policies: [{ PolicyName: 'handlers', PolicyDocument: allowing(handlers) }],
      },
    },
    ...(fixtures.length > 0 && {
      FixturePolicy: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: allowing(fixtures) },
      },
    }),
  },
  Outputs: {
    TypeRoleArn: { Value: { 'Fn::GetAtt': 'TypeRole.Arn' } },
    ...(fixtures.length > 0 && { FixturePolicyArn: { Value: { Ref: 'FixturePolicy' } } }),
  },
});

const allowing = (Action: readonly string[]): object => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
});
