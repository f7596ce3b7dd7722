export { answers, ended, openEmbedded, otherProgram, placeForCluster } from './embedded-place.ts';
export { quietLog } from './quiet-log.ts';
export { testConfig, testCtx } from './test-ctx.ts';
export { testDatabase, testDatabaseUrl } from './test-database.ts';
export { type TestLine, type TestLineOptions, testLine } from './test-line.ts';
export { testWorkspace } from './test-workspace.ts';
