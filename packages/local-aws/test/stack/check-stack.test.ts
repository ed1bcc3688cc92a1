import { checkStack } from '../../src/stack';
import { place, refusalOf, request, template, zone } from './support';

const stored = `Parameters: { Name: { Type: 'AWS::SSM::Parameter::Value<String>', Default: /name } }\n`;
const wrong = template(zone.replace('Name: example.com', 'Nmae: example.com'));
/** Of an id's last part, the fourth group of digits. */
const unique = "!Select [4, !Split ['-', !Select [2, !Split ['/', !Ref AWS::StackId]]]]";
const ofItsOwn = template(
  zone.replace('example.com', `!Sub ['\${Unique}.example.com', { Unique: ${unique} }]`),
);
const named = template(zone.replace('example.com', '!Ref Name'));

describe('a request that is looked at before its time', () => {
  test.each([
    ['is judged whole when everything is known', wrong, false, 'Name is missing (and 1 more)'],
    ['is taken as it stands when another stack will give a parameter', wrong, true, 'accepted'],
    ['is taken as it stands when the parameter store lacks a parameter', stored + named, false, 'accepted'],
    ['may take a part of the id that its stack will have', ofItsOwn, false, 'accepted'],
    ['is judged as far as it stands by itself', `${stored}Resources: { X: {} }`, false, 'Type is missing'],
  ])('%s', async (_what, text, waits, message) => {
    expect(await refusalOf(() => checkStack(place(), request(text), waits))).toContain(message);
  });
});
