import { type Ask, troubles } from './ask';
import { LOUD, QUIET } from './names';

const both: Ask['ask'] = (ports) => ports.alarms.findAlarms([LOUD, QUIET]);

export const alarms: Ask[] = [
  { name: 'no alarm at all', ask: (ports) => ports.alarms.findAlarms([]) },
  { name: 'alarms of two regions, one of which rings', given: 'two alarms', ask: both },
  { name: 'alarms that are nowhere', ask: both },
  {
    name: 'alarms by a role that may not look',
    given: 'two alarms',
    asNobody: true,
    ask: both,
    fails: 'Denied',
  },
  ...troubles('cloudwatch.DescribeAlarms', both),
];
