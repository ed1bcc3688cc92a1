import { isObject, type JsonObject } from '../json';
import { CopyProblem } from '../problem';
import { itemsOf } from '../template/shape';
import { attribute, type Definition } from './definition';

/** The code of a function, by its name; `get-function` writes it into a file beside what the others print. */
export type CodeOf = (functionName: string) => string | undefined;

/**
 * `aws cloudfront describe-function`.
 * @throws CopyProblem when the code is not at hand: a function without it would answer something else
 */
export function functionIn(document: JsonObject, codeOf: CodeOf): Definition | undefined {
  const summary = document.FunctionSummary;
  if (!isObject(summary) || !isObject(summary.FunctionConfig) || !isObject(summary.FunctionMetadata))
    return undefined;
  const name = String(summary.Name);
  const { Comment = '', Runtime = '', KeyValueStoreAssociations = null } = summary.FunctionConfig;
  const code = codeOf(name);
  if (code === undefined)
    throw new CopyProblem(
      `the code of the function ${name} is missing: aws cloudfront get-function --name ${name} --stage LIVE ${name}.js, and give that file too`,
    );
  const stores = itemsOf(KeyValueStoreAssociations).map((each) =>
    isObject(each) ? String(each.KeyValueStoreARN) : '',
  );
  return {
    kind: 'functions',
    value: String(summary.FunctionMetadata.FunctionARN),
    name,
    type: 'AWS::CloudFront::Function',
    properties: (resolve) => ({
      Name: name,
      AutoPublish: true,
      FunctionConfig: {
        Comment,
        Runtime,
        ...(stores.length && {
          KeyValueStoreAssociations: stores.map((arn) => ({
            KeyValueStoreARN: resolve('keyValueStores', arn, `function ${name}`),
          })),
        }),
      },
      FunctionCode: code,
    }),
    reference: attribute('FunctionARN'),
  };
}

/** `aws cloudfront describe-key-value-store`. */
export function keyValueStoreIn(document: JsonObject): Definition | undefined {
  const store = document.KeyValueStore;
  if (!isObject(store)) return undefined;
  const { Name, ARN, Comment = '' } = store;
  return {
    kind: 'keyValueStores',
    value: String(ARN),
    name: String(Name),
    type: 'AWS::CloudFront::KeyValueStore',
    properties: () => ({ Name: Name ?? '', ...(Comment !== '' && { Comment }) }),
    reference: attribute('Arn'),
    note: `The key value store ${Name} is made empty: copy its items (aws cloudfront-keyvaluestore list-keys, update-keys) before the cutover.`,
  };
}
