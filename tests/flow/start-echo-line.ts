import { type EchoChannel, makeEchoChannel, type Program, prepareProgram } from '@balcao/testkit';
import { benchLine, type Exchange, type GraphDouble, startExchange, startGraphDouble } from '../../bench/load/index.ts';

export interface EchoLine {
  readonly program: Program;
  readonly channel: EchoChannel;
  readonly graph: GraphDouble;
  readonly exchange: Exchange;
  close(): Promise<void>;
}

export interface EchoLineOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly pacing?: readonly string[];
  readonly dataDir?: string;
}

/** The real program with one WhatsApp number whose bot says everything back, and Meta's side of that number. */
export async function startEchoLine(run: string, options: EchoLineOptions = {}): Promise<EchoLine> {
  const graph = await startGraphDouble(benchLine);
  const { dataDir } = options;
  const program = await prepareProgram({
    env: { GRAPH_API_BASE_URL: graph.url, ...options.env },
    ...(dataDir === undefined ? {} : { dataDir }),
  });
  try {
    await program.start();
    const channel = await makeEchoChannel(program, benchLine, options.pacing);
    const exchange = startExchange({ line: benchLine, graph, webhookUrl: channel.webhookUrl, run, timeoutMs: 5_000 });
    return {
      program,
      channel,
      graph,
      exchange,
      async close() {
        exchange.close();
        await program.remove();
        await graph.close();
      },
    };
  } catch (error) {
    await program.remove();
    await graph.close();
    throw error;
  }
}
