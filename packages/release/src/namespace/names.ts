import { UserError } from '../user-error';

/** What is to be called how. */
export interface Names {
  readonly namespace: string;
  /** `Oktank::Example::Note` */
  readonly typeName: string;
  /** `owner/repo` */
  readonly repository: string;
}

/** First parts of names that RegisterType refuses (CloudFormation API reference, RegisterType, TypeName). */
const reserved = ['alexa', 'amzn', 'amazon', 'aws', 'custom', 'dev'];
const part = /^[A-Za-z0-9]{2,64}$/;

/** @param type `Example::Note` @throws UserError */
export function namesOf(namespace: string, repository: string, type: string): Names {
  const typeName = `${namespace}::${type}`;
  const parts = typeName.split('::');
  if (parts.length !== 3 || !parts.every((each) => part.test(each)))
    throw new UserError(
      `${typeName} is no name of a type: write NAMESPACE and --type SERVICE::RESOURCE, letters and digits only`,
    );
  if (reserved.includes(namespace.toLowerCase()))
    throw new UserError(`the registry keeps the namespace ${namespace} for itself; take another`);
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
    throw new UserError(`${repository} is no repository of GitHub; write OWNER/REPOSITORY`);
  return { namespace, typeName, repository };
}

/** A text of the scaffold, whose type is Acme::Example::Note, in other names. */
export function renamed(text: string, { namespace, typeName, repository }: Names): string {
  const dashed = typeName.replaceAll('::', '-');
  return text
    .replaceAll('Acme::Example::Note', typeName)
    .replaceAll('Acme-Example-Note', dashed)
    .replaceAll('acme-example-note', dashed.toLowerCase())
    .replaceAll('AcmeExampleNote', typeName.replaceAll('::', ''))
    .replaceAll('acme-types', `${namespace.toLowerCase()}-types`)
    .replaceAll('OWNER/REPOSITORY', repository);
}
