import type { AnyNode } from 'acorn';
import type { Finding, Parsed, Rule } from '../rule';
import { functionAround, isFunction, walk } from '../walk';

type Words = readonly [what: string, instead: string];

/** Nodes that the engine has. What is neither here nor below is refused: the next ECMAScript is not in it. */
const allowed = new Set(
  `Program EmptyStatement BlockStatement ExpressionStatement IfStatement LabeledStatement BreakStatement
  ContinueStatement SwitchStatement SwitchCase ReturnStatement ThrowStatement TryStatement CatchClause WhileStatement
  DoWhileStatement ForStatement ForInStatement FunctionDeclaration VariableDeclaration VariableDeclarator
  ThisExpression ArrayExpression ObjectExpression Property FunctionExpression ArrowFunctionExpression UnaryExpression
  UpdateExpression BinaryExpression AssignmentExpression LogicalExpression MemberExpression ConditionalExpression
  CallExpression NewExpression SequenceExpression TemplateLiteral TemplateElement AwaitExpression Identifier Literal
  RestElement ImportDeclaration ImportDefaultSpecifier`.split(/\s+/),
);

/** Said by another rule, with better words. */
const elsewhere = /^(Import|Export)/;

const destructuring = 'one const for each member';
const classes: Words = ['class is not supported', 'functions that return objects'];
const refused: Readonly<Record<string, Words>> = {
  ArrayPattern: ['destructuring is not supported', destructuring],
  ObjectPattern: ['destructuring is not supported', destructuring],
  AssignmentPattern: ['default parameters are not supported', 'if (name === undefined) name = ...'],
  SpreadElement: ['spread is not supported', 'concat, Object.assign or apply'],
  ClassDeclaration: classes,
  ClassExpression: classes,
  ForOfStatement: ['for-of is not supported', 'for (let i = 0; i < list.length; i++)'],
  YieldExpression: ['generators are not supported', 'a function that returns a list'],
  ChainExpression: ['?. is not supported', 'a && a.b'],
  TaggedTemplateExpression: ['tagged templates are not supported', 'a call with the template as argument'],
  WithStatement: ['with is not supported', 'the object’s name'],
  DebuggerStatement: ['debugger is not supported', 'console.log'],
  MetaProperty: ['new.target and import.meta are not supported', 'a parameter'],
};

/** "Core features" of the runtime; each tried on njs 0.7.9. */
export const syntax: Rule<Parsed> = {
  name: 'syntax',
  check({ program }) {
    const findings: Finding[] = [];
    walk(program, (node, around) => {
      // Of a class or a chain one sentence is enough.
      if (around.some(({ type }) => classes === refused[type] || type === 'ChainExpression')) return;
      const words = wordsOf(node, around);
      if (words !== undefined) findings.push({ at: node, what: words[0], instead: words[1] });
    });
    return findings;
  },
};

function wordsOf(node: AnyNode, around: readonly AnyNode[]): Words | undefined {
  if (refused[node.type] !== undefined) return refused[node.type];
  if (!allowed.has(node.type)) {
    return elsewhere.test(node.type) ? undefined : [`${node.type} is not supported`, 'older syntax'];
  }
  if (isFunction(node) && node.generator) return refused.YieldExpression;
  switch (node.type) {
    case 'AwaitExpression':
      if (functionAround(around) !== undefined) return undefined;
      return ['await at the top level is not supported', 'await in an async handler'];
    case 'CatchClause':
      return node.param ? undefined : ['catch needs its binding', 'catch (error) { ... }'];
    case 'LogicalExpression':
      // njs 0.7.9 has it; the developer guide does not list it.
      return node.operator === '??' ? ['?? is not supported', 'a === undefined ? b : a'] : undefined;
    case 'AssignmentExpression':
      if (!/^(\|\||&&|\?\?)=$/.test(node.operator)) return undefined;
      return [`${node.operator} is not supported`, 'if (...) a = b'];
    case 'Literal':
      return node.bigint ? ['BigInt is not supported', 'a number'] : undefined;
    case 'Identifier':
      // eslint-style ranges would hide that only ASCII passes: njs's lexer stops at the first other byte.
      return /^[\w$]+$/.test(node.name)
        ? undefined
        : ['names are ASCII only', 'a name of letters, digits, _'];
    default:
      return undefined;
  }
}
