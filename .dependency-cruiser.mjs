/** What may import what; the picture is in the README. Each rule says in its comment why it is there. */
const SLICES = '(community|reports|cases|sites|response|recovery|library|chain|ways-in|retention|identities|programme)';

export default {
  forbidden: [
    {
      name: 'a-slice-by-its-index',
      comment: 'A slice is known to others by its index, its contract, its words and its screens only: all else may change freely.',
      severity: 'error',
      from: { path: `^src/${SLICES}/`, pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { path: `^src/${SLICES}/`, pathNot: `^src/($1/|${SLICES}/((index|contract)\\.ts$|(screens/)?words/|screens/part-of-[a-z-]+\\.tsx$))` },
    },
    {
      name: 'the-platform-knows-no-slice',
      comment: 'What everything stands on must not lean on what stands on it.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '\\.test\\.tsx?$' },
      to: { path: `^src/(app|console|${SLICES})/` },
    },
    {
      name: 'screens-without-the-server',
      comment: 'What runs in the browser takes nothing of the server but the contracts.',
      severity: 'error',
      from: { path: `^src/(console|${SLICES}/screens)/`, pathNot: '\\.test\\.tsx?$' },
      to: {
        path: `^src/(app|platform|${SLICES})/`,
        pathNot: `^src/(platform/(i18n|community-time|words|tables|charts)|${SLICES}/(screens/|words/|contract\\.ts$))`,
      },
    },
    {
      name: 'engines-stand-alone',
      comment: 'An engine runs anywhere: in the browser, in a worker, on an auditor’s machine.',
      severity: 'error',
      from: { path: '^engines/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-circles',
      comment: 'Of two modules, one comes first.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-stay-outside',
      comment: 'Nothing that is shipped leans on what is for tests.',
      severity: 'error',
      from: { path: '^(src|engines)/', pathNot: '(\\.test\\.tsx?$|/testing/|/validation/|/bench/)' },
      to: { path: '(\\.test\\.tsx?$|/testing/|^tests/)' },
    },
  ],
  options: {
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|/dist/|node_modules)' },
  },
};
