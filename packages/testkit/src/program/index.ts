export { findFreePort } from './find-free-port.ts';
export { prepareProgram } from './prepare-program.ts';
export type { Program, ProgramOptions } from './program.ts';
