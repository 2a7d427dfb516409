/**
 * Lint rules. Type-checked and strict; on top of them the bans of this house, each of which says why it stands and what
 * to write in its place. tests/architecture/lint.test.ts plants one violation of every ban and sees it reported.
 */
import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Banned everywhere. A selector of the syntax tree and the sentence that is shown. */
const EVERYWHERE = [
  {
    selector:
      "LogicalExpression[operator='||'] > CallExpression.left[callee.name=/^(Number|parseInt|parseFloat)$/]," +
      "LogicalExpression[operator='||'] > CallExpression.left[callee.object.name='Number'][callee.property.name=/^parse(Int|Float)$/]," +
      "LogicalExpression[operator='||'] > UnaryExpression.left[operator='+']," +
      "AssignmentExpression[operator='||='] > CallExpression.right[callee.name='Number']",
    message:
      'Text that is no number must never silently become 0: not reported, zero and unreadable are three things. ' +
      'Read it with core/cells (readQuantity, readNumber) and deal with each outcome.',
  },
];

/** Banned in src: what ships. */
const IN_SOURCES = [
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Exports have names here, so that a thing is called the same everywhere and can be searched for.',
  },
  {
    selector: "CallExpression[callee.name='fetch'], NewExpression[callee.name=/^(XMLHttpRequest|WebSocket|EventSource)$/]," +
      "CallExpression[callee.property.name='sendBeacon']",
    message: 'Nothing a unit sent may leave this machine, so nothing here talks to a network.',
  },
];

const CLOCK_AND_CHANCE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now'], MemberExpression[object.name='performance']",
    message: 'The core has no clock: the same files must give the same result on any day. Take the day as a parameter.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'The core has no clock: `new Date()` without arguments is the time of running. Take the day as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random'], MemberExpression[object.name='crypto']",
    message: 'The core is deterministic: no chance. Take identifiers from content, or as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Intl'], CallExpression[callee.property.name=/^(toLocale\\w*|localeCompare)$/]",
    message:
      "What depends on the machine's language gives two clerks two results. Use core/cells/number-format, or compare code units.",
  },
];

const OFFICE_NAMES = ['Excel', 'Office', 'OfficeExtension'];
const OFFICE_WHY =
  'Only src/excel talks to Office.js (src/commands and src/standin stand at its two ends): everything else works on data ' +
  'and runs in a plain browser, in a worker and in tests.';
const OFFICE = [
  { selector: `TSQualifiedName[left.name=/^(${OFFICE_NAMES.join('|')})$/]`, message: OFFICE_WHY },
  {
    selector: `MemberExpression[object.name=/^(globalThis|window|self)$/][property.name=/^(${OFFICE_NAMES.join('|')})$/]`,
    message: OFFICE_WHY,
  },
];

const banSyntax = (...lists) => ['error', ...lists.flat()];

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'samples/', '.cache/', '**/fixtures/**/*.js']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      // `== null` is the one short way to say null or undefined.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // Control characters are exactly what readers and writers of files look for.
      'no-control-regex': 'off',
      'no-restricted-syntax': banSyntax(EVERYWHERE),
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    name: 'typed',
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // The compiler knows the globals better.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      // Both ways of writing an object type are used on purpose: interfaces for shapes, types for unions.
      '@typescript-eslint/consistent-type-definitions': 'off',
      // `array[i]` beside a counter is how grids are walked; noUncheckedIndexedAccess guards it.
      '@typescript-eslint/prefer-for-of': 'off',
      // `text || fallback` is wanted where an empty text counts as none; numbers are guarded by the ban above.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // Spreading a text into its code points is meant; grapheme clusters are not asked for.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A finding without parameters is typed so.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // `a === null || a.b === null` says which of the two is absent; both ways are read well.
      '@typescript-eslint/prefer-optional-chain': 'off',
      // A type parameter that names what travels through a port is documentation the compiler checks at the call.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    name: 'what ships',
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', ...OFFICE_NAMES.map((name) => ({ name, message: OFFICE_WHY }))],
      'no-restricted-syntax': banSyntax(EVERYWHERE, IN_SOURCES, OFFICE),
    },
  },
  {
    name: 'core',
    files: ['src/core/**/*.ts'],
    rules: { 'no-restricted-syntax': banSyntax(EVERYWHERE, IN_SOURCES, OFFICE, CLOCK_AND_CHANCE) },
  },
  {
    name: 'users of Office.js',
    files: ['src/excel/**', 'src/standin/**', 'src/commands/**'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-syntax': banSyntax(EVERYWHERE, IN_SOURCES),
    },
  },
  {
    name: 'Office.js used well',
    files: ['src/excel/**/*.ts'],
    plugins: { 'office-addins': officeAddins },
    // By hand: the plugin's own configuration is of the older kind that this ESLint does not read.
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
      'office-addins/test-for-null-using-isNullObject': 'error',
    },
  },
  {
    name: 'the contract with a host',
    files: ['src/excel/contract/**'],
    // Its cases do on purpose what a host must refuse or answer, and ask one thing at a time.
    rules: {
      'office-addins/call-sync-after-load': 'off',
      'office-addins/call-sync-before-read': 'off',
      'office-addins/load-object-before-read': 'off',
      'office-addins/no-context-sync-in-loop': 'off',
      'office-addins/no-navigational-load': 'off',
    },
  },
  {
    name: 'readers of binary records',
    files: ['src/files/read/**'],
    // Record types are numbers in the file and an enumeration in the code.
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    name: 'the stand-in speaks the wire format of others',
    files: ['src/standin/**'],
    rules: {
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
    },
  },
  {
    name: 'the command line prints, the stand-in serves',
    files: ['src/cli/**', 'src/standin/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'the stand-in asks its own server',
    files: ['src/standin/**'],
    rules: { 'no-restricted-syntax': banSyntax(EVERYWHERE) },
  },
  {
    name: 'tests',
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Tests hand in what the types forbid, and look into what libraries leave untyped.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    name: 'hooks of React',
    files: ['src/taskpane/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    name: 'scripts of Node',
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', performance: 'readonly',
        setTimeout: 'readonly', clearTimeout: 'readonly', module: 'writable', require: 'readonly',
        TextDecoder: 'readonly', TextEncoder: 'readonly',
      },
    },
  },
);
