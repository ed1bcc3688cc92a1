import type { Path } from '../template-error';
import type { Plain, PlainObject } from './document';
import type { Expression, Refuse } from './expression';
import { notHere } from './functions/not-here';
import { functions } from './functions/table';

/** Reads one value with the functions in it. A function that the driver does not have is refused by name. */
export function readExpression(plain: Plain, at: Path, refuse: Refuse): Expression {
  if (Array.isArray(plain))
    return { kind: 'list', items: plain.map((item, index) => readExpression(item, [...at, index], refuse)) };
  if (typeof plain !== 'object') return readScalar(plain, at, refuse);
  const name = Object.keys(plain).find((key) => key === 'Ref' || key.startsWith('Fn::'));
  if (name === undefined) return readObject(plain, at, refuse);
  if (Object.keys(plain).length > 1)
    refuse({ at, text: `${name} must stand alone in its object; move the other keys out` });
  return readCall(name, plain[name]!, at, refuse);
}

function readScalar(value: string | number | boolean, at: Path, refuse: Refuse): Expression {
  const dynamic = typeof value === 'string' && /\{\{resolve:([\w-]+):/.exec(value);
  if (dynamic)
    refuse({
      at,
      text: `the dynamic reference {{resolve:${dynamic[1]}:…}} is not supported by the local stack driver; write a parameter of the type AWS::SSM::Parameter::Value<String>, or the value itself`,
    });
  return { kind: 'literal', value };
}

function readObject(plain: PlainObject, at: Path, refuse: Refuse): Expression {
  const members = Object.entries(plain).map(
    ([name, value]) => [name, readExpression(value, [...at, name], refuse)] as const,
  );
  return { kind: 'object', members: Object.fromEntries(members) };
}

function readCall(name: string, argument: Plain, at: Path, refuse: Refuse): Expression {
  const called = functions.get(name) ?? refuse({ at, text: notHere(name, [...functions.keys()]) });
  const read = called.read(argument, {
    at,
    refuse,
    read: (plain, ...below) => readExpression(plain, [...at, ...below], refuse),
  });
  return read ?? refuse({ at, text: `${name} takes ${called.takes}` });
}
