// Imports a module of node's when it needs it, as SDK v3 does.
exports.entrypoint = async () => ({ base: (await import('node:path')).basename('/a/b') });
