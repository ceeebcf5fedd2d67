// The arrows of docs/conventions.md. `npm run boundaries` checks them and refuses to pass when it did not see every source file.

const ours = '^(domain|db|electron|renderer|server|scripts|test)/'
const entries = [
  '^electron/main/index\\.ts$',
  '^electron/preload/index\\.ts$',
  '^electron/.*worker\\.ts$',
  '^renderer/main\\.tsx$',
  '^renderer/print/main\\.tsx$',
  '^server/main\\.ts$',
  '^scripts/[^/]+\\.(ts|mjs)$',
  '^scripts/setup/run\\.mjs$',
  '^scripts/walk/walk\\.ts$',
  '^scripts/bench/load\\.ts$',
  '^scripts/electron-standin/',
]

const packages = ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown']

/** A rule: files under `from` may reach files of ours only under `allowed`. */
const onlyReaches = (name, from, allowed) => ({
  name: `${name}-reaches-only-what-it-may`,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: allowed },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    onlyReaches('domain', '^domain/', '^domain/'),
    onlyReaches('db', '^db/', '^(domain|db)/'),
    onlyReaches('electron', '^electron/(?!api/)', '^(domain|db|electron)/'),
    onlyReaches('contract', '^electron/api/', '^(domain|electron/api)/'),
    onlyReaches('renderer', '^renderer/', '^(domain|electron/api|renderer)/'),
    onlyReaches('server', '^server/', '^(domain|server)/'),
    onlyReaches('scripts', '^scripts/', '^(domain|db|electron|server|scripts)/|^test/e2e/support/'),
    {
      name: 'domain-is-pure',
      comment: 'domain/ knows zod and itself: no Node, no other package.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { dependencyTypes: packages, pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'contract-is-pure',
      comment: 'The contract is shared with the sandboxed pages.',
      severity: 'error',
      from: { path: '^electron/api/' },
      to: { dependencyTypes: packages, pathNot: '(^|/)node_modules/zod/' },
    },
    {
      name: 'pages-have-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'only-the-shell-knows-electron',
      severity: 'error',
      from: { pathNot: '^(electron/(?!api/)|scripts/electron-standin/|test/scripts/electron-standin/sample/)' },
      to: { path: '(^|/)node_modules/electron/|^electron$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that no part of the app or of the commands reaches, tests aside, is dead.',
      severity: 'error',
      from: { path: entries },
      to: { path: ours, pathNot: ['^test/', '\\.d\\.(ts|mts)$', ...entries], reachable: false },
    },
    {
      name: 'no-missing-modules',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^electron$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
