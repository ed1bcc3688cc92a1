import { needsOf } from './references';
import type { Template } from './template';

/**
 * The resources in an order in which each comes after all that it needs; the template's own order otherwise.
 * CloudFormation works on independent resources at once; the driver takes one at a time, so that a seed has one run.
 * @throws TemplateError naming the cycle, if there is one
 */
export function dependencyOrder(template: Template): string[] {
  const ordered: string[] = [];
  const visit = (logicalId: string, above: readonly string[]): void => {
    if (ordered.includes(logicalId)) return;
    if (above.includes(logicalId)) {
      const cycle = [...above.slice(above.indexOf(logicalId)), logicalId];
      throw template.document.error({
        at: ['Resources', logicalId],
        text: `circular dependency between resources: ${cycle.join(' -> ')}; take one of the references away`,
      });
    }
    for (const need of needsOf(template, template.resources.get(logicalId)!))
      visit(need, [...above, logicalId]);
    ordered.push(logicalId);
  };
  for (const logicalId of template.resources.keys()) visit(logicalId, []);
  return ordered;
}
