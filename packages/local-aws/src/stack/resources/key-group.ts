import { entityProvider, idAndChange } from './entity';
import { list, record, required, text } from './shape';

const config = record({ Name: required(text), Items: required(list(text)), Comment: text });

/** AWS::CloudFront::KeyGroup. Ref is the id. */
export const keyGroupProvider = entityProvider({
  type: 'AWS::CloudFront::KeyGroup',
  noun: 'KeyGroup',
  shape: record({ KeyGroupConfig: required(config) }),
  attributes: idAndChange,
  noSuch: 'NoSuchResource',
});
