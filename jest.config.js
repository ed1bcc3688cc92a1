const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
  },
];

// `unit` opens no socket and needs no Python; `socket` opens loopback sockets and starts processes.
const project = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/'],
  // The runtime library imports SDK v2, which nobody installs: the shims that the bundle has stand in (scripts/lib).
  moduleNameMapper: {
    '^aws-sdk/clients/(all|cloudwatch|cloudwatchlogs|s3)$': '<rootDir>/scripts/shims/aws-sdk-$1.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/build/', '<rootDir>/packages/.*/dist/'],
});

module.exports = {
  // Jest leaves a core free by default; on two cores that is half of the machine.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/scripts/lib/tests-temporary-folder.cjs',
  globalTeardown: '<rootDir>/scripts/lib/tests-temporary-folder-gone.cjs',
  testSequencer: '<rootDir>/scripts/lib/longest-first.cjs',
  // A machine that has other things to do is no failure; what hangs is ended all the same.
  testTimeout: 60_000,
  // A worker keeps what earlier files have left. With 900 MB of it, a walk of worlds took 174 s that takes 52 s in a new one.
  workerIdleMemoryLimit: '600MB',
  projects: [
    project('unit', ['<rootDir>/**/test/**/*.test.ts', '!**/*.socket.test.ts']),
    project('socket', ['<rootDir>/**/test/**/*.socket.test.ts']),
  ],
};
