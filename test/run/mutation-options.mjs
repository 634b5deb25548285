// The options of Stryker for `npm run mutation` (mutation.mjs).
export default {
  mutate: [`src/engine/${process.env.MUTATION_OF}/**/*.ts`],
  testRunner: 'bundles',
  plugins: ['./test/run/mutation-runner.mjs'],
  buildCommand: 'node esbuild.js unit study figures properties',
  coverageAnalysis: 'perTest',
  // Faults in what is reckoned while files are loaded would need a new process each.
  ignoreStatic: true,
  concurrency: Number(process.env.MUTATION_PROCESSES ?? 1),
  timeoutMS: 3000,
  // Within the project, so that what is bundled there finds its packages.
  tempDirName: 'dist/mutation',
  ignorePatterns: ['/dist', '/coverage', '/.vscode-test', '/docs/pictures', '/test/panel/pictures'],
  // TypeScript 7 has no interface that Stryker knows to rewrite a tsconfig.json with; bundling needs none.
  tsconfigFile: 'none',
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: process.env.MUTATION_REPORT },
  allowEmpty: true,
};
