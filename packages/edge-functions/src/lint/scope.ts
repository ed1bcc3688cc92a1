import type { AnyNode, Identifier, Program } from 'acorn';
import { childrenOf, type FunctionLike, isFunction, isLoop } from './walk';

export interface Scope {
  readonly node: AnyNode;
  readonly parent?: Scope;
  /** The function whose code this is; undefined at the top level. */
  readonly owner?: FunctionLike;
  readonly bindings: Map<string, Binding>;
}

export interface Binding {
  readonly name: string;
  readonly kind: 'variable' | 'parameter' | 'function' | 'import';
  readonly scope: Scope;
  readonly uses: Use[];
}

/** One place where a name is read or written. */
export interface Use {
  readonly identifier: Identifier;
  readonly scope: Scope;
  /** Functions around it, the outermost first. */
  readonly functions: readonly FunctionLike[];
  /** Where the write is done: behind its right-hand side. Undefined: it is only read. */
  readonly writtenAt?: number;
}

export interface Names {
  readonly bindings: readonly Binding[];
  /** Uses of what the code does not declare. */
  readonly free: readonly Use[];
}

/** Which declaration each name of a program means. */
export function namesOf(program: Program): Names {
  const analysis = new Analysis();
  analysis.enter(program, analysis.scopeOf(program, undefined, undefined));
  return analysis.resolve();
}

class Analysis {
  private readonly bindings: Binding[] = [];
  private readonly uses: Use[] = [];
  private readonly functions: FunctionLike[] = [];

  scopeOf(node: AnyNode, parent: Scope | undefined, owner: FunctionLike | undefined): Scope {
    return { node, parent, owner, bindings: new Map() };
  }

  enter(node: AnyNode, scope: Scope): void {
    if (this.enterSpecial(node, scope)) return;
    if (node.type === 'ClassDeclaration' && node.id) this.declare(scope, node.id, 'variable');
    const inner = opensBlock(node) ? this.scopeOf(node, scope, scope.owner) : scope;
    for (const child of childrenOf(node)) if (!isMereName(child, node)) this.enter(child, inner);
  }

  /** @returns whether the node declares or writes, and is done. */
  private enterSpecial(node: AnyNode, scope: Scope): boolean {
    if (isFunction(node)) this.enterFunction(node, scope);
    else if (node.type === 'Identifier') this.use(node, scope);
    else if (node.type === 'VariableDeclaration') this.enterDeclaration(node, scope);
    else if (node.type === 'AssignmentExpression') this.enterAssignment(node, scope);
    else if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier') {
      this.use(node.argument, scope, node.end);
    } else if (node.type === 'CatchClause') this.enterCatch(node, scope);
    else if (node.type === 'ImportDeclaration') {
      for (const { local } of node.specifiers) this.declare(scope, local, 'import');
    } else return false;
    return true;
  }

  private enterAssignment(node: AnyNode & { type: 'AssignmentExpression' }, scope: Scope): void {
    for (const target of namesIn(node.left)) this.use(target, scope, node.end);
    if (node.left.type === 'MemberExpression') this.enter(node.left, scope);
    this.enter(node.right, scope);
  }

  private enterFunction(node: AnyNode & FunctionLike, scope: Scope): void {
    if (node.type === 'FunctionDeclaration' && node.id) this.declare(scope, node.id, 'function');
    const inner = this.scopeOf(node, scope, node);
    if (node.type === 'FunctionExpression' && node.id) this.declare(inner, node.id, 'function');
    for (const parameter of node.params) {
      for (const name of namesIn(parameter)) this.declare(inner, name, 'parameter');
    }
    this.functions.push(node);
    // The body's braces are no scope of their own.
    const body = node.body.type === 'BlockStatement' ? childrenOf(node.body) : [node.body];
    for (const child of body) this.enter(child, inner);
    this.functions.pop();
  }

  private enterDeclaration(node: AnyNode & { type: 'VariableDeclaration' }, scope: Scope): void {
    const home = node.kind === 'var' ? functionScope(scope) : scope;
    const isLoopHead = isLoop(scope.node) && 'left' in scope.node && scope.node.left === node;
    for (const { id, init, end } of node.declarations) {
      for (const name of namesIn(id)) {
        this.declare(home, name, 'variable');
        if (init || isLoopHead) this.use(name, scope, end);
      }
      if (init) this.enter(init, scope);
    }
  }

  private enterCatch(node: AnyNode & { type: 'CatchClause' }, scope: Scope): void {
    const inner = this.scopeOf(node, scope, scope.owner);
    if (node.param) for (const name of namesIn(node.param)) this.declare(inner, name, 'variable');
    for (const child of childrenOf(node.body)) this.enter(child, inner);
  }

  private declare(scope: Scope, { name }: Identifier, kind: Binding['kind']): void {
    if (scope.bindings.has(name)) return;
    const binding: Binding = { name, kind, scope, uses: [] };
    scope.bindings.set(name, binding);
    this.bindings.push(binding);
  }

  private use(identifier: Identifier, scope: Scope, writtenAt?: number): void {
    this.uses.push({ identifier, scope, functions: [...this.functions], writtenAt });
  }

  resolve(): Names {
    const free = this.uses.filter((use) => {
      const binding = lookUp(use.identifier.name, use.scope);
      binding?.uses.push(use);
      return binding === undefined;
    });
    return { bindings: this.bindings, free };
  }
}

function lookUp(name: string, scope: Scope | undefined): Binding | undefined {
  for (let at = scope; at !== undefined; at = at.parent) {
    const binding = at.bindings.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

function functionScope(scope: Scope): Scope {
  let at = scope;
  while (at.parent !== undefined && !isFunction(at.node)) at = at.parent;
  return at;
}

const opensBlock = (node: AnyNode): boolean =>
  node.type === 'BlockStatement' || node.type === 'SwitchStatement' || isLoop(node);

/** `b` of `a.b`, of `{ b: 1 }` and of `break b` names nothing that is declared. */
function isMereName(child: AnyNode, parent: AnyNode): boolean {
  if (parent.type === 'MemberExpression') return child === parent.property && !parent.computed;
  if (parent.type === 'Property') return child === parent.key && !parent.computed;
  if (parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition') {
    return child === parent.key && !parent.computed;
  }
  return /^(LabeledStatement|BreakStatement|ContinueStatement|MetaProperty)$/.test(parent.type)
    ? child.type === 'Identifier'
    : false;
}

/** The names that a pattern binds or writes. */
function namesIn(pattern: AnyNode): Identifier[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element === null ? [] : namesIn(element)));
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        namesIn(each.type === 'Property' ? each.value : each.argument),
      );
    default:
      return [];
  }
}
