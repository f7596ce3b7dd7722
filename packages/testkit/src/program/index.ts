export { findFreePort } from './find-free-port.ts';
export { type EchoChannel, type EchoLine, makeEchoChannel } from './make-echo-channel.ts';
export { prepareProgram } from './prepare-program.ts';
export type { Program, ProgramOptions } from './program.ts';
