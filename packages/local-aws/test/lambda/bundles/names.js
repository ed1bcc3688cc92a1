// Asks the public resolver, one authoritative server, and a server that does not exist.
const dns = require('node:dns');
const { Resolver } = require('node:dns/promises');

const ask = (resolver, name) => resolver.resolve4(name).catch((error) => error.code);

exports.entrypoint = async ({ name, server, unknown }) => {
  const authority = new Resolver();
  authority.setServers([server]);
  const nobody = new Resolver({ tries: 1, timeout: 500 });
  nobody.setServers([unknown]);
  return {
    lookup: await new Promise((resolve) =>
      dns.lookup(name, (error, address) => resolve(error?.code ?? address)),
    ),
    absent: await dns.promises.lookup('absent.example.com').catch((error) => error.code),
    default: await ask(dns.promises, name),
    resolver: await ask(new Resolver(), name),
    authority: await ask(authority, name),
    nobody: await ask(nobody, name),
  };
};
