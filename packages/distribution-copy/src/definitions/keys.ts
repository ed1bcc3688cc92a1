import { isObject, type JsonObject } from '../json';
import { type Definition, ref } from './definition';

/** `aws cloudfront get-public-key`. The key stays the same, so URLs that its private half signed stay good. */
export function publicKeyIn(document: JsonObject): Definition | undefined {
  const key = document.PublicKey;
  if (!isObject(key) || !isObject(key.PublicKeyConfig)) return undefined;
  const config = key.PublicKeyConfig;
  return {
    kind: 'publicKeys',
    value: String(key.Id),
    name: String(config.Name ?? ''),
    type: 'AWS::CloudFront::PublicKey',
    properties: () => ({ PublicKeyConfig: config }),
    reference: ref,
    note: `Signed URLs name their public key by id (Key-Pair-Id), and the copy of ${config.Name} has another id: signers must use the new one from the cutover on.`,
  };
}

/** `aws cloudfront get-key-group`; its public keys are references of their own. */
export function keyGroupIn(document: JsonObject): Definition | undefined {
  const group = document.KeyGroup;
  if (!isObject(group) || !isObject(group.KeyGroupConfig)) return undefined;
  const { Items, ...config } = group.KeyGroupConfig;
  const keys = Array.isArray(Items) ? Items.map(String) : [];
  return {
    kind: 'keyGroups',
    value: String(group.Id),
    name: String(config.Name ?? ''),
    type: 'AWS::CloudFront::KeyGroup',
    properties: (resolve) => ({
      KeyGroupConfig: {
        ...config,
        Items: keys.map((key) => resolve('publicKeys', key, `key group ${group.Id}`)),
      },
    }),
    reference: ref,
  };
}
