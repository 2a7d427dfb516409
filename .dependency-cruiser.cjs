/**
 * Who may import whom. The line runs bytes → files → core → plans → files or Excel; the floors stand above one another:
 *
 *   taskpane, commands, cli      start things; nobody imports them
 *   app                          one file per thing a user does
 *   files, excel, messages, catalogue
 *   core                         knows nobody
 *
 * Type-only imports count too. tests/architecture/dependencies.test.ts plants a violation of every rule.
 */

/** Folders, and the files by name, where Node is at hand. Everything else in src must run in a browser too. */
const NODE_SIDE = ['^src/cli/', '^src/standin/(server|probe)/', '^src/standin/[^/]+[.]mjs$', '^src/standin/.*node[^/]*$', '^src/files/.*(-node|/node-worker)[.]ts$'];
/** A package's place in node_modules, or its bare name where it is not installed. */
const npm = (name) => `(^|/)node_modules/(${name})(/|$)|^(${name})(/|$)`;
/** Libraries that read or write files. */
const FILE_LIBRARIES = npm('@e965/xlsx|xlsx|fflate|papaparse|iconv-lite|hucre|docx|jszip|exceljs');

/** What a floor may import inside src, besides itself: everything else is forbidden. */
const floor = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: [from, ...allowed].map((one) => `^src/${one}(/|$)`) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea in two places, or an idea without a place. Type-only circles count.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere would only be noticed when it runs.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that package.json does not name is there by chance and gone tomorrow.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'shipped-from-dependencies',
      comment: 'What ships is declared under "dependencies": the third-party notices are made from there.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/standin/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-is-pure',
      comment: 'Core knows no file, no host, no screen: it imports itself and zod, so that every rule can be tested with plain data.',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { pathNot: ['^src/core/', npm('zod')] },
    },
    floor('catalogue-is-data', 'The catalogue is data in the types of core; it needs nothing else.', 'catalogue', ['core']),
    floor('messages-are-words', 'Sentences are made from codes and parameters; they read or decide nothing.', 'messages', ['core']),
    {
      name: 'messages-need-only-types-of-core',
      comment: 'Words take figures and dates as core formats them, and its types; they do not call its rules.',
      severity: 'error',
      from: { path: '^src/messages/' },
      to: { path: '^src/core/', pathNot: '^src/core/cells/', dependencyTypesNot: ['type-only'] },
    },
    floor('files-meet-core-only', 'Files turn bytes into cells and plans into bytes; what the cells mean is decided in core.', 'files', ['core']),
    floor('excel-meets-core-only', 'Excel turns plans into ranges and ranges into cells, behind interfaces that app declares.', 'excel', [
      'core',
      'app',
      'messages',
    ]),
    floor('app-stands-on-the-line', 'A thing a user does is made of core, files, catalogue and words; screens and hosts are injected.', 'app', [
      'core',
      'files',
      'catalogue',
      'messages',
    ]),
    {
      name: 'file-libraries-only-in-files',
      comment: 'A file library is exchanged in one place or not at all.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/files/' },
      to: { path: FILE_LIBRARIES },
    },
    {
      name: 'nobody-imports-the-command-line',
      comment: 'The command line is a top floor: what others need of it belongs into app.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'nobody-imports-the-pane',
      comment: 'The pane is a top floor: what others need of it belongs into app.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/taskpane/' },
      to: { path: '^src/taskpane/' },
    },
    {
      name: 'nobody-imports-the-commands',
      comment: 'Ribbon buttons are a top floor; only the pane that shares their runtime starts them.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(commands|taskpane)/' },
      to: { path: '^src/commands/' },
    },
    {
      name: 'the-stand-in-stands-apart',
      comment: 'What ships must not know that a stand-in exists, or the add-in under test is not the add-in that ships.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/standin/', '^src/cli/'] },
      to: { path: '^src/standin/' },
    },
    {
      name: 'the-stand-in-knows-only-the-wire',
      comment: 'A stand-in that looked into the add-in would agree with it by construction.',
      severity: 'error',
      from: { path: '^src/standin/', pathNot: '^src/standin/xlsx/' },
      // The contract is a list of what any host must do; running it against the stand-in is what proves the stand-in.
      to: { path: '^src/(app|files|excel|catalogue|messages|taskpane|commands|cli)/', pathNot: '^src/excel/contract/' },
    },
    {
      name: 'the-stand-in-opens-files-like-the-product',
      comment: 'Opening and saving .xlsx may use our readers and writers, which have their own tests; nothing above them.',
      severity: 'error',
      from: { path: '^src/standin/xlsx/' },
      to: { path: '^src/(app|excel|catalogue|messages|taskpane|commands|cli)/' },
    },
    {
      name: 'univer-only-in-the-stand-in',
      comment: 'Univer plays Excel for browsers and tests. It is 1.8 MB compressed: it must never reach the pane.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/standin/' },
      to: { path: npm('@univerjs/[^/]+') },
    },
    {
      name: 'office-js-only-in-stand-in-and-tests',
      comment: "Microsoft's package may be used to develop and test, not be republished; what ships loads office.js from Microsoft.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/standin/' },
      to: { path: npm('@microsoft/office-js') },
    },
    {
      name: 'react-only-on-screens',
      comment: 'What is not a screen must not need one.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/taskpane/', '^src/standin/page/'] },
      to: { path: npm('react(-dom)?|@fluentui/[^/]+') },
    },
    {
      name: 'node-only-where-node-is',
      comment: 'Everything but the command line, the stand-in\'s server and the named adapters must run in a browser.',
      severity: 'error',
      from: { path: '^src/', pathNot: NODE_SIDE },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-adapters-only-from-node',
      comment: 'Importing an adapter for Node would drag Node into a browser by the back door.',
      severity: 'error',
      from: { path: '^src/', pathNot: NODE_SIDE },
      to: { path: ['^src/files/.*(-node|/node-worker)[.]ts$'] },
    },
    {
      name: 'pane-wires-in-one-place',
      comment: 'Only the index of the pane and its worker make readers, pools and hosts; components get them handed in.',
      severity: 'error',
      from: { path: '^src/taskpane/', pathNot: '^src/taskpane/(index|wiring/[^/]+)[.]tsx?$' },
      to: { path: '^src/(files|excel)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-never-imported',
      comment: 'What ships must not lean on what tests it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
