/**
 * Dead code: files nobody imports, exports nobody uses, packages nobody needs. Tests count as users: a rule may be
 * tested before a screen offers it. Every exception carries its reason; one that is no longer needed is removed.
 */
export default {
  entry: [
    // Run by tools/bench, which needs the tests' host.
    'tests/excel/support/bench.ts',
    // Started by name or by URL, not by import.
    'src/cli/{main,worker,*-worker,cells,corpus}.ts',
    'tests/proof/fuzz/{run,worker}.ts',
    'src/cli/*.mjs',
    'src/taskpane/wiring/*-worker.ts',
    'tools/**/*.mjs',
    // Started by npm start and by the page's own tags: the stand-in Excel.
    'src/standin/**/*.{ts,tsx,mjs}',
  ],
  project: ['src/**/*.{ts,tsx,mjs}', 'tests/**/*.{ts,tsx}', 'tools/**/*.mjs'],
  jest: { config: 'jest.config.mjs', entry: ['tests/**/*.test.{ts,tsx}'] },
  ignoreDependencies: [
    // Reads the manifest in a process of its own, in tests/manifest.
    'office-addin-manifest',
    // Started by path, in tools/stages.mjs.
    'dependency-cruiser',
    // Put into the page as a file, in tests/browser.
    'axe-core',
    // Started by LibreOffice's and Univer's users in the stand-in, singly.
    '@univerjs/preset-sheets-.*',
  ],
  // Found on the machine, not in node_modules.
  ignoreBinaries: ['soffice', 'mkfifo'],
  // Types are exported for readers even where only their own file uses them.
  exclude: ['types'],
  ignoreExportsUsedInFile: true,
};
