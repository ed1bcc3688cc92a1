import { AwsFailure } from '../failure';
import { validation } from './parameters';

const mostLevels = 15;

const badName = (): AwsFailure =>
  validation(
    'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can consist of ' +
      'sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, numbers and the ' +
      'following 3 symbols .-_',
  );

/** Rules of "About requirements and constraints for parameter names", in the order in which AWS complains. */
export function checkName(name: string): void {
  if (!/^[A-Za-z0-9_.\-/]+$/.test(name) || name.includes('//') || name.endsWith('/')) throw badName();
  if (name.includes('/') && !name.startsWith('/'))
    throw validation('Parameter name must be a fully qualified name.');
  const first = name.replace(/^\//, '').toLowerCase();
  if (first.startsWith('ssm')) throw badName();
  if (first.startsWith('aws'))
    throw new AwsFailure('AccessDeniedException', 400, `No access to reserved parameter name: ${name}.`);
  if (name.length > 1011) throw validation('Parameter name must have at most 1011 characters.');
  if (name.split('/').length - 1 > mostLevels)
    throw new AwsFailure(
      'HierarchyLevelLimitExceededException',
      400,
      `A hierarchy can have a maximum of ${mostLevels} levels: ${name}`,
    );
}

/** A path of GetParametersByPath without its last slash; `/` itself becomes the empty text. */
export function checkPath(path: string): string {
  if (!/^\/[A-Za-z0-9_.\-/]*$/.test(path))
    throw validation(
      "The parameter doesn't meet the parameter name requirements. The parameter name must begin with a forward " +
        'slash "/". It can\'t be prefixed with \\"aws\\" or \\"ssm\\" (case-insensitive). It must use only letters, ' +
        'numbers, or the following symbols: . (period), - (hyphen), _ (underscore). Special characters are not ' +
        'allowed. All sub-paths, if specified, must use the forward slash symbol "/". Valid example: ' +
        '/get/parameters2-/by1./path0_.',
    );
  return path.replace(/\/$/, '');
}
