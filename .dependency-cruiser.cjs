/* The direction of imports, and the one place of each package. */

/** What a folder of src may import of src; one that is not named here may import anything. */
const mayImport = {
  model: [],
  planning: ['model'],
  report: ['model', 'planning', 'generated'],
  config: ['model', 'generated', 'providers/provider.ts', 'providers/connector'],
  http: ['model', 'generated'],
  providers: ['model', 'http', 'sandbox', 'generated'],
  recording: ['model', 'http', 'providers', 'generated'],
  sandbox: ['model', 'generated', 'recording/recorded-answers.ts'],
  engine: ['model', 'planning', 'http', 'providers/provider.ts'],
  telemetry: ['engine/events.ts', 'generated'],
  editing: ['model', 'config', 'report/escape.ts'],
  workspace: ['model', 'config', 'git', 'providers/provider.ts'],
  generated: [],
};

/** What may be imported from src by those named above: files beside the folders that belong to no layer. */
const ground = ['errors.ts', 'platform.ts', 'runtime.ts', 'shell.ts'];

/** The one place of each package that runs. */
const placeOf = {
  undici: '^src/http/',
  jose: '^src/http/',
  yaml: '^src/(config|editing)/',
  picomatch: '^src/config/',
  'url-template': '^src/providers/connector/',
  commander: '^src/cli/',
  '@inquirer/confirm': '^src/cli/',
  picocolors: '^src/(cli|report)/',
  diff: '^src/planning/unified-diff\\.ts$',
  canonicalize: '^src/planning/',
  'p-limit': '^src/(engine|http|providers)/',
  '@actions/core': '^src/action\\.ts$|^src/github/',
  '@opentelemetry/[^/]+': '^src/telemetry/',
  '@octokit/[^/]+': '^src/github/',
};

/** The part of a provider that serves its system in the sandbox. */
const served = '^src/providers/[^/]+/sandbox/';

/** What starts the layers: the commands, and the fronts before them. */
const above = '^src/(commands|cli|github|action)/|^src/(cli|action|index|library)\\.ts$';

const layers = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports`,
  comment: `src/${folder} imports ${others.length === 0 ? 'nothing' : others.join(', ')} beside itself.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: {
    path: '^src/',
    pathNot: [
      `^src/${folder}/`,
      ...others.map((other) =>
        other.endsWith('.ts') ? `^src/${other.replace('.', '\\.')}$` : `^src/${other}/`,
      ),
      ...(folder === 'model' ? [] : ground.map((file) => `^src/${file.replace('.', '\\.')}$`)),
    ],
  },
}));

const places = Object.entries(placeOf).map(([name, place]) => ({
  name: `${name.replace(/[^a-z-]/g, '')}-has-one-place`,
  severity: 'error',
  from: { path: '^src/', pathNot: place },
  to: { path: `node_modules/${name}/` },
}));

module.exports = {
  forbidden: [
    ...layers,
    ...places,
    {
      name: 'lower-layers-start-nothing',
      comment: 'Commands, command line and Action use the rest, never the other way round.',
      severity: 'error',
      from: { path: '^src/', pathNot: above },
      to: { path: above },
    },
    {
      name: 'sandbox-is-written-from-the-documentation',
      comment: 'What a provider sends is tested against its sandbox, which therefore shares no code with it.',
      severity: 'error',
      from: { path: served },
      to: { path: '^src/', pathNot: '^src/(providers/[^/]+/sandbox|sandbox|model|generated)/' },
    },
    {
      name: 'sandbox-is-loaded-when-asked',
      comment: 'Only what serves a sandbox loads it; its settings alone may be written by init.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [served, '^src/sandbox/', '^src/commands/sandbox/', '^src/(index|cli/demo)\\.ts$'],
      },
      to: {
        path: [served, '^src/sandbox/'],
        pathNot: '/sandbox/settings\\.ts$',
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'commands-know-no-front',
      severity: 'error',
      from: { path: '^src/(commands|github)/' },
      to: { path: '^src/(cli|action)/|^src/(cli|action|index|library)\\.ts$' },
    },
    {
      name: 'commands-render-nothing',
      comment: 'Commands return data. Of the renderers they use JSON, for the files they write, and words.',
      severity: 'error',
      from: { path: '^src/commands/' },
      to: { path: '^src/report/', pathNot: '^src/report/(json|words)\\.ts$' },
    },
    {
      name: 'model-is-pure',
      severity: 'error',
      from: { path: '^src/(model|planning|report)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|url|util)$' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-is-found',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^src/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.d.ts', '.json'],
    },
  },
};
