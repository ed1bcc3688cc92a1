import { attributesNamed, entityProvider } from './entity';
import { record, required, text } from './shape';

const config = record({
  CallerReference: required(text),
  Name: required(text),
  EncodedKey: required(text),
  Comment: text,
});

/** AWS::CloudFront::PublicKey. Ref is the id. Only the comment can change; all else CloudFront refuses. */
export const publicKeyProvider = entityProvider({
  type: 'AWS::CloudFront::PublicKey',
  noun: 'PublicKey',
  shape: record({ PublicKeyConfig: required(config) }),
  attributes: attributesNamed('Id', 'CreatedTime'),
});
