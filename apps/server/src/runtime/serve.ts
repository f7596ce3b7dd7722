import type { ConfigResult } from '@balcao/kernel';
import { type Program, startProgram } from './start-program.ts';

/** Runs until asked to stop. Exit 1 with a sentence for each thing that keeps it from starting. */
export async function serve(result: ConfigResult): Promise<number | undefined> {
  for (const warning of result.warnings) console.error(`${warning.name}: ${warning.sentence}`);
  if ('faults' in result) {
    console.error('Balcão cannot start; this needs your attention:');
    for (const fault of result.faults) console.error(`  ${fault.name}: ${fault.sentence}`);
    return 1;
  }
  let program: Program;
  try {
    program = await startProgram(result.ok);
  } catch (error) {
    console.error(`Balcão could not start: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
  if (result.ok.role !== 'worker') console.log(`Balcão está no ar: ${program.address}`);
  stopWhenAsked(program);
  return undefined;
}

function stopWhenAsked(program: Program): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    program.ctx.log.info({ signal }, 'stopping');
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`Balcão did not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  process.on('unhandledRejection', (error) => program.ctx.log.error({ err: error }, 'a promise was left alone'));
}
