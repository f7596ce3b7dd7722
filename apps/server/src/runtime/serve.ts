import { type ConfigResult, explainFaults, Fault, mask } from '@balcao/kernel';
import { type Program, startProgram } from './start-program.ts';

/** Runs until asked to stop. Exit 1 with a sentence for each thing that keeps it from starting. */
export async function serve(result: ConfigResult): Promise<number | undefined> {
  if ('faults' in result) {
    console.error(explainFaults(result.faults, result.warnings));
    return 1;
  }
  for (const { name, sentence } of result.warnings) console.error(`warning: ${name} ${sentence}`);
  let program: Program;
  try {
    program = await startProgram(result.ok);
  } catch (error) {
    console.error(`Balcão could not start: ${sentenceOf(error)}`);
    return 1;
  }
  if (result.ok.role !== 'worker') console.log(`Balcão está no ar: ${program.address}`);
  if (program.phone !== undefined) console.log(`Telefone de demonstração: ${program.phone}`);
  stopWhenAsked(program);
  return undefined;
}

/** Standard error is recorded too, by init systems and containers: what is not our own sentence may quote anything. */
function sentenceOf(error: unknown): string {
  if (error instanceof Fault && error.code !== 'internal') return error.message;
  return mask(error instanceof Error ? error.message : String(error));
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
        console.error(`Balcão did not stop cleanly: ${sentenceOf(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(signal));
  // By itself Node would print it as it is, with whatever it quotes. The rows say where to go on.
  process.on('uncaughtException', (error) => {
    program.ctx.log.error({ err: error }, 'the program ends: an error that nobody caught');
    program.ctx.log.flush();
    process.exit(1);
  });
  process.on('unhandledRejection', (error) => program.ctx.log.error({ err: error }, 'a promise was left alone'));
}
