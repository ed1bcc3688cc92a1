import { type Ask, troubles } from './ask';
import { MANY, ROOT } from './names';

const listRoot: Ask['ask'] = (ports) => ports.parameters.list(ROOT);
const putFresh: Ask['ask'] = (ports) => ports.parameters.put(`${ROOT}/lock/b`, 'me', false);

export const parameters: Ask[] = [
  { name: 'no parameters', ask: listRoot },
  { name: 'more parameters than fit one page', given: 'many parameters', ask: listRoot },
  { name: 'a new parameter', ask: putFresh },
  {
    name: 'a parameter that is taken',
    given: 'a lock that somebody holds',
    ask: (ports) => ports.parameters.put(`${ROOT}/lock/a`, 'me', false),
  },
  {
    name: 'a parameter that is written over',
    given: 'a lock that somebody holds',
    ask: (ports) => ports.parameters.put(`${ROOT}/lock/a`, 'me', true),
  },
  {
    name: 'a value that is too long',
    ask: (ports) => ports.parameters.put(`${ROOT}/long`, 'x'.repeat(4097), true),
    fails: 'Refused',
  },
  {
    name: 'removing more than one batch, some of it not there',
    given: 'many parameters',
    ask: (ports) => ports.parameters.remove([...MANY, `${ROOT}/never`]),
  },
  { name: 'parameters by a role that may not read', asNobody: true, ask: listRoot, fails: 'Denied' },
  { name: 'a parameter by a role that may not write', asNobody: true, ask: putFresh, fails: 'Denied' },
  ...troubles('ssm.GetParametersByPath', listRoot, ['lost']),
  ...troubles('ssm.PutParameter', putFresh),
  ...troubles('ssm.DeleteParameters', (ports) => ports.parameters.remove([`${ROOT}/never`]), ['lost']),
];
