import type { AnyNode, ImportDeclaration } from 'acorn';
import type { Finding, Rule } from '../rule';
import { walk } from '../walk';

const importable = ['cloudfront', 'crypto', 'querystring', 'buffer'];
/** `cloudfront` comes by import alone. */
const requirable = importable.filter((name) => name !== 'cloudfront');

/** "Built-in modules" of the runtime, and what njs says of the rest: "Non-default import is not supported". */
export const modules: Rule = {
  name: 'module',
  check({ program, names }) {
    const findings: Finding[] = [];
    walk(program, (node) => findings.push(...ofNode(node)));
    // A call of a `require` that the code declares itself is its own business.
    const own = new Set(names.free.map(({ identifier }) => identifier));
    walk(program, (node) => {
      if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return;
      if (node.callee.name === 'require' && own.has(node.callee)) findings.push(...ofRequire(node));
    });
    return findings;
  },
};

function ofNode(node: AnyNode): Finding[] {
  switch (node.type) {
    case 'ImportDeclaration':
      return ofImport(node);
    case 'ImportExpression':
      return [{ at: node, what: 'import() is not supported', instead: 'an import at the top' }];
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
      return [{ at: node, what: 'a function exports nothing', instead: 'function handler(event) { ... }' }];
    default:
      return [];
  }
}

function ofImport(node: ImportDeclaration): Finding[] {
  const name = String(node.source.value);
  if (!importable.includes(name)) {
    return [{ at: node, what: `there is no module ${name}`, instead: `one of ${importable.join(', ')}` }];
  }
  if (node.specifiers.length === 1 && node.specifiers[0]?.type === 'ImportDefaultSpecifier') return [];
  return [{ at: node, what: 'only default imports are supported', instead: `import ${name} from '${name}'` }];
}

function ofRequire(node: AnyNode & { type: 'CallExpression' }): Finding[] {
  const [name] = node.arguments;
  if (name?.type === 'Literal' && requirable.includes(String(name.value))) return [];
  const instead = `the name of ${requirable.join(', ')}, written out`;
  return [{ at: node, what: 'require() takes the runtime’s own modules', instead }];
}
