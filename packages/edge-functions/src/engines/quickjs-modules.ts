/**
 * Buffer, crypto and querystring for QuickJS, which has none: as far as functions use them, over `host`, which is
 * Node. Bytes cross as ArrayBuffer, the rest as text.
 */
export const quickjsModules = `(function (global, host) {
  'use strict';
  class Buffer extends Uint8Array {
    static from(value, encoding) {
      return new Buffer(typeof value === 'string' ? host.bytes(value, encoding || 'utf8') : value);
    }
    static alloc(length) { return new Buffer(length); }
    static concat(list) {
      const all = new Buffer(list.reduce((sum, each) => sum + each.length, 0));
      let at = 0;
      for (const each of list) { all.set(each, at); at += each.length; }
      return all;
    }
    static isBuffer(value) { return value instanceof Buffer; }
    static byteLength(text, encoding) { return Buffer.from(text, encoding).length; }
    toString(encoding) { return host.text(bytesOf(this), encoding || 'utf8'); }
    equals(other) { return this.length === other.length && this.every((byte, at) => byte === other[at]); }
    toJSON() { return { type: 'Buffer', data: Array.from(this) }; }
  }
  const bytesOf = (view) => view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
  const toBuffer = (data, encoding) => typeof data === 'string' ? Buffer.from(data, encoding) : new Buffer(data);

  function hash(algorithm, key) {
    const chunks = [];
    return {
      update(data, encoding) { chunks.push(toBuffer(data, encoding)); return this; },
      digest(encoding) {
        const data = bytesOf(Buffer.concat(chunks));
        const bytes = new Buffer(host.digest(algorithm, data, key === undefined ? key : bytesOf(toBuffer(key))));
        return encoding === undefined ? bytes : bytes.toString(encoding);
      },
    };
  }
  const modules = {
    buffer: { Buffer },
    crypto: { createHash: (algorithm) => hash(algorithm), createHmac: (algorithm, key) => hash(algorithm, key) },
    querystring: {
      parse: (...words) => JSON.parse(host.querystring('parse', JSON.stringify(words))),
      stringify: (...words) => JSON.parse(host.querystring('stringify', JSON.stringify(words))),
      escape: (...words) => JSON.parse(host.querystring('escape', JSON.stringify(words))),
      unescape: (...words) => JSON.parse(host.querystring('unescape', JSON.stringify(words))),
    },
  };
  modules.querystring.decode = modules.querystring.parse;
  modules.querystring.encode = modules.querystring.stringify;
  global.Buffer = Buffer;
  global.atob = (text) => Buffer.from(text, 'base64').toString('latin1');
  global.btoa = (text) => Buffer.from(text, 'latin1').toString('base64');
  global.TextEncoder = class { encode(text) { return Uint8Array.from(Buffer.from(text || '')); } };
  global.TextDecoder = class { decode(bytes) { return new Buffer(bytes || 0).toString('utf8'); } };
  host.require = (name) => modules[name];
})`;
