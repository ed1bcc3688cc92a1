import type { AnyNode } from 'acorn';
import type { Finding, Parsed, Rule } from '../rule';
import { isFunction, walk } from '../walk';

/** njs: "await in arguments not supported"; the developer guide: "async arguments ... are not supported". */
export const awaitArguments: Rule<Parsed> = {
  name: 'await-in-arguments',
  check({ program }) {
    const findings: Finding[] = [];
    walk(program, (node, around) => {
      if (node.type !== 'AwaitExpression' || !standsInArguments(node, around)) return;
      findings.push({
        at: node,
        what: 'await in the arguments of a call is not supported',
        instead: 'const value = await ...; and the call with value',
      });
    });
    return findings;
  },
};

function standsInArguments(node: AnyNode, around: readonly AnyNode[]): boolean {
  let inner = node;
  for (const outer of around.toReversed()) {
    if (isFunction(outer)) return false;
    if (outer.type === 'CallExpression' || outer.type === 'NewExpression') {
      if (outer.callee !== inner) return true;
    }
    inner = outer;
  }
  return false;
}
