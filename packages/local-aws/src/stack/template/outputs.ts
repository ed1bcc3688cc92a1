import type { Path } from '../template-error';
import { Later } from '../value';
import type { Expression } from './expression';
import { resolve, UnresolvableError } from './resolve';
import type { Scope } from './scope';
import type { Template } from './template';

/** What a stack gives to whoever asks, and under which names other stacks may import it; both by output. */
export interface TemplateOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly exportNames: Readonly<Record<string, string>>;
}

/** Outputs are text; a list or an object as one is the template's mistake. */
export function resolveOutputs(template: Template, scope: Scope): TemplateOutputs {
  const outputs: Record<string, string> = {};
  const exportNames: Record<string, string> = {};
  for (const [name, { value, exportName }] of template.outputs) {
    // What comes later stands for the check only, and is replaced before anybody reads it.
    outputs[name] = String(resolveText(value, ['Outputs', name, 'Value'], scope));
    if (!exportName) continue;
    const at = ['Outputs', name, 'Export', 'Name'];
    const known = resolveText(exportName, at, scope);
    if (known instanceof Later)
      throw new UnresolvableError({
        at,
        text: `the name of an export must not hang on a resource (${known.what}); make it of parameters and AWS::StackName`,
      });
    exportNames[name] = String(known);
  }
  return { outputs, exportNames };
}

const resolveText = (expression: Expression, at: Path, scope: Scope) =>
  resolve({ kind: 'text', parts: [expression], at }, scope);
