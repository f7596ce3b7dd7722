import { type EchoChannel, makeEchoChannel, type Program, prepareProgram } from '@balcao/testkit';
import type { GraphDouble, Line } from '../load/index.ts';
import type { Subject } from './subject.ts';

export interface Ours extends Subject {
  readonly program: Program;
  readonly channel: EchoChannel;
  /** From `serve` to ready with an empty data folder: initdb and every migration included. */
  readonly coldMs: number;
}

export async function startOurs(line: Line, graph: GraphDouble): Promise<Ours> {
  const program = await prepareProgram({ env: { GRAPH_API_BASE_URL: graph.url } });
  try {
    const coldMs = await program.start();
    const channel = await makeEchoChannel(program, line);
    return {
      name: 'balcao',
      webhookUrl: channel.webhookUrl,
      get pids() {
        return { program: program.pid() ?? 0, postgres: program.postgresPid() };
      },
      program,
      channel,
      coldMs,
      stop: () => program.remove(),
    };
  } catch (error) {
    await program.remove();
    throw error;
  }
}
