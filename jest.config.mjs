/**
 * One configuration for all suites. Suites that need another program start it themselves and fail where it is missing:
 * Chromium (tests/browser), LibreOffice (tests/**, through tests/support/libreoffice.ts). Tests of components ask for a
 * page with `@jest-environment jsdom` on top of their file.
 */
const transform = {
  '^.+\\.(m?[tj]s|tsx)$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
        target: 'es2022',
      },
    },
  ],
};

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform,
  // A test that hangs is a failure with a name, not a build that never ends.
  testTimeout: 120_000,
  // Two cores are what the build machine has; Chromium and LibreOffice need one of them.
  maxWorkers: process.env.CI === undefined ? '50%' : 2,
  // What one test leaves behind must not carry another.
  restoreMocks: true,
};
