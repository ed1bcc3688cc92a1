import { describeWithNjs } from '../../../edge-functions/test/njs';
import { agrees } from '../support/agreement';
import { ruleSets } from '../support/arbitraries';

describeWithNjs('The function in njs answers as evaluate does', () => {
  it('for sites that fit a record', () => agrees(ruleSets(6), 'njs', 25), 120_000);
  it('for sites that need indexes', () => agrees(ruleSets(40), 'njs', 12), 120_000);
});
