import { earlyCall, type IntrinsicFunction, readItems } from './function';

export const findInMap: IntrinsicFunction = {
  name: 'Fn::FindInMap',
  takes: 'a map of the Mappings section and two keys: [Zones, us-east-1, Id]',
  read: (argument, site) => {
    if (Array.isArray(argument) && argument.length === 4)
      site.refuse({
        at: site.at,
        text: 'a default value of Fn::FindInMap needs Transform: AWS::LanguageExtensions, which the local stack driver does not have; write the entry into the map',
      });
    const inputs = readItems(argument, 3, site);
    return (
      inputs &&
      earlyCall('Fn::FindInMap', inputs, site.at, (keys, scope, fail) => {
        const [map, top, second] = keys.map(String) as [string, string, string];
        return scope.mapped(map, top, second) ?? fail(`finds no ${top}, ${second} in the mapping ${map}`);
      })
    );
  },
};
