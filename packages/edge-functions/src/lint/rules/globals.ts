import type { AnyNode } from 'acorn';
import type { Finding, Rule } from '../rule';
import { walk } from '../walk';

/** "Primitive objects", "Built-in objects", "Error types" and "Globals" of the runtime, as far as njs 0.7.9 has them. */
const allowed = new Set(
  `Object Array String Number Boolean Symbol Math Date RegExp JSON Promise ArrayBuffer DataView Uint8Array
  Uint8ClampedArray Uint16Array Uint32Array Int8Array Int16Array Int32Array Float32Array Float64Array TextDecoder
  TextEncoder Buffer Error EvalError InternalError MemoryError RangeError ReferenceError SyntaxError TypeError URIError
  globalThis arguments undefined NaN Infinity isFinite isNaN parseFloat parseInt decodeURI decodeURIComponent encodeURI
  encodeURIComponent atob btoa console require`.split(/\s+/),
);

const fromText = ['code from text is not run', 'the code itself'] as const;
const timers = ['there are no timers', 'the answer at once'] as const;
const network = ['a function reaches no network', 'data in the KeyValueStore'] as const;
const urls = ['there is no URL', 'request.uri, request.querystring and the querystring module'] as const;
const known: Readonly<Record<string, readonly [what: string, instead: string]>> = {
  Map: ['there is no Map', 'an object made by Object.create(null)'],
  Set: ['there is no Set', 'an object made by Object.create(null)'],
  WeakMap: ['there is no WeakMap', 'a member of the object'],
  WeakSet: ['there is no WeakSet', 'a member of the object'],
  BigInt: ['there is no BigInt', 'a number'],
  eval: fromText,
  Function: fromText,
  setTimeout: timers,
  setInterval: timers,
  setImmediate: timers,
  clearTimeout: timers,
  queueMicrotask: timers,
  fetch: network,
  XMLHttpRequest: network,
  WebSocket: network,
  URL: urls,
  URLSearchParams: urls,
  process: ['there is no environment', 'a constant, or a key of the KeyValueStore'],
  crypto: ['crypto must be imported', "import crypto from 'crypto'"],
};

/** Names that come from nowhere. In strict mode an assignment to one fails too. */
export const globals: Rule = {
  name: 'global',
  check({ names, program }) {
    const findings: Finding[] = names.free
      .filter(({ identifier }) => !allowed.has(identifier.name))
      .map(({ identifier }) => ({ at: identifier, ...words(identifier.name) }));
    walk(program, (node) => findings.push(...detours(node)));
    return findings;
  },
};

const words = (name: string): { what: string; instead: string } => {
  const [what, instead] = known[name] ?? [`${name} is not defined`, 'a name that the code declares'];
  return { what, instead };
};

/** `globalThis.eval` and `f.constructor('...')`. */
function detours(node: AnyNode): Finding[] {
  if (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    const isGlobal = node.object.type === 'Identifier' && node.object.name === 'globalThis';
    if (isGlobal && known[node.property.name]) return [{ at: node, ...words(node.property.name) }];
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return [];
  const { callee } = node;
  const isConstructor =
    callee.type === 'MemberExpression' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'constructor';
  return isConstructor ? [{ at: node, ...words('Function') }] : [];
}
