const { availableParallelism } = require('node:os');

const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      target: 'es2022',
    },
    module: { type: 'commonjs' },
    // Beside the code: at its end they are read, compared and scanned with every module of every test file.
    sourceMaps: true,
  },
];

// `unit` opens no socket and needs no Python; `socket` opens loopback sockets and starts processes.
const project = (displayName, testMatch) => ({
  displayName,
  testMatch,
  testEnvironment: '<rootDir>/scripts/lib/test-environment.cjs',
  transform: { '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: ['/node_modules/'],
  // The runtime library imports SDK v2, which nobody installs: the shims that the bundle has stand in (scripts/lib).
  moduleNameMapper: {
    '^aws-sdk/clients/(all|cloudwatch|cloudwatchlogs|s3)$': '<rootDir>/scripts/shims/aws-sdk-$1.cjs',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/build/', '<rootDir>/packages/.*/dist/'],
});

module.exports = {
  // Three on two cores: tests wait for processes that they start, which wait for them. Jest's own default is one.
  maxWorkers: availableParallelism() + 1,
  globalSetup: '<rootDir>/scripts/lib/tests-temporary-folder.cjs',
  globalTeardown: '<rootDir>/scripts/lib/tests-temporary-folder-gone.cjs',
  testSequencer: '<rootDir>/scripts/lib/longest-first.cjs',
  // A machine that has other things to do is no failure; what hangs is ended all the same.
  testTimeout: 60_000,
  projects: [
    project('unit', ['<rootDir>/**/test/**/*.test.ts', '!**/*.socket.test.ts']),
    project('socket', ['<rootDir>/**/test/**/*.socket.test.ts']),
  ],
};
