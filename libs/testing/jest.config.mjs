import { fileURLToPath } from 'node:url';

/** Small and medium tests of the whole tree; medium ones (`*.db.spec.ts`) get a real PostgreSQL started once per run. */
export default {
  rootDir: fileURLToPath(new URL('../..', import.meta.url)),
  roots: [
    '<rootDir>/libs',
    '<rootDir>/apps/api',
    '<rootDir>/apps/cli',
    '<rootDir>/apps/postal',
    '<rootDir>/apps/storefront',
    '<rootDir>/e2e',
  ],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.nuxt/', '/\\.output/', '/e2e/journeys/'],
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '/\\.nuxt/', '/\\.output/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@choxa/app-(api|postal|cli)$': '<rootDir>/apps/$1/index.ts',
    '^@choxa/(?!app-)([a-z-]+)$': '<rootDir>/libs/$1/index.ts',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2023',
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/libs/testing/jest/start-postgres.mjs',
  globalTeardown: '<rootDir>/libs/testing/jest/stop-postgres.mjs',
  testTimeout: 120_000,
  maxWorkers: 2,
  // Modules of ended suites stay in a worker; it is replaced between two suites before they fill its heap.
  workerIdleMemoryLimit: '1500MB',
};
