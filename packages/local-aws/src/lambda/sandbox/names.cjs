/**
 * Name servers of the local AWS. The default server is the public resolver; `setServers` with the documentation address
 * of an authoritative server reaches its loopback port, any other address a port where nothing listens.
 */
const dns = require('node:dns');
const { isIP } = require('node:net');
const { promisify } = require('node:util');

const nowhere = '127.0.0.1:1';

function installNames({ routes, resolver }) {
  const real = (server) => {
    const [address, port = '53'] = server.replace(/^\[|\]$/g, '').split(':');
    return routes[`${address}:${port}`] ?? nowhere;
  };
  for (const module of [dns, dns.promises]) {
    const { setServers } = module;
    const asked = whenFirstAsked(module, () => setServers([resolver]));
    module.setServers = (servers) => {
      asked();
      setServers(servers.map(real));
    };
    module.Resolver = withServers(module.Resolver, resolver, real);
  }
  dns.lookup = lookup;
  dns.promises.lookup = lookupAsync;
}

/**
 * To set servers, node compiles an expression of 700 characters, and most turns never ask for a name: so it is done at
 * the first question. @returns what does it now
 */
function whenFirstAsked(module, prepare) {
  const queries = Object.entries(module).filter(([name]) => /^(resolve|reverse|getServers)/.test(name));
  let isPrepared = false;
  const asked = () => {
    if (isPrepared) return;
    isPrepared = true;
    Object.assign(module, Object.fromEntries(queries));
    prepare();
  };
  for (const [name] of queries) {
    module[name] = (...args) => {
      asked();
      // Read anew: node binds its queries again when servers are set.
      return module[name](...args);
    };
  }
  return asked;
}

/** node's resolver begins with the machine's servers; this one with ours. */
function withServers(Resolver, resolver, real) {
  return class extends Resolver {
    constructor(...args) {
      super(...args);
      super.setServers([resolver]);
    }
    setServers(servers) {
      super.setServers(servers.map(real));
    }
  };
}

/** getaddrinfo reads the machine's files and servers; so names are looked up in DNS instead, IPv4 first. */
async function lookupAsync(name, options = {}) {
  const { family = 0, all = false } = typeof options === 'number' ? { family: options } : options;
  const found = (await addressesOf(name, family)).map(([address, kind]) => ({ address, family: kind }));
  return all ? found : found[0];
}

async function addressesOf(name, family) {
  if (isIP(name)) return [[name, isIP(name)]];
  if (name === 'localhost' || name.endsWith('.localhost')) return [['127.0.0.1', 4]];
  try {
    if (family === 6) return (await dns.promises.resolve6(name)).map((address) => [address, 6]);
    return (await dns.promises.resolve4(name)).map((address) => [address, 4]);
  } catch (error) {
    // What getaddrinfo says of a name without addresses.
    throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${name} (${error.code})`), {
      code: 'ENOTFOUND',
      syscall: 'getaddrinfo',
      hostname: name,
    });
  }
}

function lookup(name, options, callback = options) {
  const settings = typeof options === 'function' ? {} : options;
  const all = typeof settings === 'object' && settings.all;
  lookupAsync(name, settings).then(
    (found) => (all ? callback(null, found) : callback(null, found.address, found.family)),
    (error) => callback(error),
  );
}

lookup[promisify.custom] = lookupAsync;

module.exports = { installNames };
