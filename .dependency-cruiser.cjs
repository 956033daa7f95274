/**
 * Who may import whom. A room is a folder or file right under `src`; what a room's list does not name, it may not
 * import. Types count like values: a room that knows another's types depends on it.
 */
const verbs = [
  'appeals',
  'audit',
  'catalogue',
  'customers',
  'messages',
  'inbox',
  'shelf',
  'sought',
  'found',
  'retention',
  'matching',
  'notices',
  'people',
  'submissions',
  'live',
  'insights',
  'event-hooks',
];

/** Each verb room may use the others; files that use each other in a circle are found below. */
const verbMay = [...verbs, 'jobs', 'limits', 'webhook', 'domain', 'models', 'photos', 'errors', 'i18n'];

const mayImport = {
  domain: [],
  errors: [],
  paths: [],
  config: ['domain'],
  i18n: ['config', 'domain'],
  models: ['domain'],
  limits: ['errors', 'models'],
  metrics: [],
  photos: ['config', 'domain', 'errors'],
  store: ['config', 'errors'],
  // Moves what is stored as it is, whatever it means.
  backup: ['photos', 'store'],
  ...Object.fromEntries(verbs.map((room) => [room, verbMay])),
  // Asks the embedded store to let go of what was erased.
  retention: [...verbMay, 'store'],
  // Of the services it knows the type, to name the ones it is given.
  web: [...verbs, 'trace', 'limits', 'metrics', 'domain', 'photos', 'paths', 'errors', 'i18n', 'services'],
  services: [...verbs, 'domain', 'trace', 'webhook', 'metrics', 'config', 'jobs', 'models', 'paths', 'photos'],
  routes: [...verbs, 'web', 'paths', 'services'],
  app: [...verbs, 'trace', 'web', 'config', 'paths', 'routes', 'services'],
  stop: [],
  trace: [],
  webhook: [],
  jobs: [],
  main: ['app', 'config', 'people', 'services', 'stop', 'store'],
};

const pathOf = (room) => `^src/${room}(/|[.]ts$)`;

const roomRules = Object.entries(mayImport).map(([room, others]) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import ${others.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: pathOf(room) },
  to: { path: '^(src|test)/', pathNot: [room, ...others].map(pathOf) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'rooms-are-known',
      comment: 'a new room under src needs its line above',
      severity: 'error',
      from: { path: '^src/', pathNot: Object.keys(mayImport).map(pathOf) },
      to: {},
    },
    {
      name: 'web-is-for-app-and-routes',
      comment: 'nobody imports web but app.ts and the routes',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: ['web', 'app', 'routes'].map(pathOf) },
      to: { path: '^src/web/' },
    },
    {
      name: 'embedded-store-is-hidden',
      comment: 'only store/connect.ts and store/snapshot.ts know that there is an embedded store',
      severity: 'error',
      from: { path: '^(src|scripts)/', pathNot: ['^src/store/embedded/', '^src/store/(connect|snapshot)[.]ts$'] },
      to: { path: '^src/store/embedded/' },
    },
    {
      name: 'scripts-use-verbs',
      comment:
        'scripts do what people do, through the same verbs; only demo data is moved back in time, behind them, and one ' +
        'bench runs the application to measure its event loop from within',
      severity: 'error',
      from: { path: '^scripts/', pathNot: '^scripts/(demo/backdate|bench/photos/app)[.]ts$' },
      to: { path: '^(src/(models|web|app|routes|main)|test)(/|[.]ts$)' },
    },
    {
      name: 'scripts-are-entries',
      comment: 'the application needs no script but the demo data, which main.ts loads on demand',
      severity: 'error',
      from: { path: '^src/', pathNot: pathOf('main') },
      to: { path: '^scripts/' },
    },
    {
      name: 'no-cycles-between-rooms',
      comment: 'types of one room may refer to each other; from room to room it goes one way',
      severity: 'error',
      from: { path: '^src/([^/]+)' },
      to: { circular: true, via: { pathNot: '^src/$1(/|$)' } },
    },
    {
      name: 'no-cycles-at-run-time',
      comment:
        'cycles among the types of a room must be gone once it is compiled; only the evaluators of the embedded ' +
        'store call each other, as the expressions they evaluate contain each other',
      severity: 'error',
      from: { path: '^dist/', pathNot: '^dist/src/store/embedded/' },
      to: { circular: true },
    },
    {
      name: 'no-development-packages',
      comment: 'what runs in production is installed there',
      severity: 'error',
      from: { path: '^(src|scripts)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'an import that is not understood would pass every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // The compiler has no JavaScript interface to parse with; swc sees imports of types as well.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // Made to break the rules; test/rules.test.ts looks that they are found.
    exclude: { path: '^test/fixtures/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'types'],
      extensions: ['.ts', '.js', '.cjs', '.json', '.d.ts'],
    },
  },
};
