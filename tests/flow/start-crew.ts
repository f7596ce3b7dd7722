import { randomBytes } from 'node:crypto';
import { type EchoChannel, makeEchoChannel, type Program, prepareProgram, testDatabaseUrl } from '@balcao/testkit';
import { benchLine, type Exchange, type GraphDouble, startExchange, startGraphDouble } from '../../bench/load/index.ts';

export type Role = 'all' | 'api' | 'worker';

export interface Crew {
  /** In the order of their roles; the first one gets the webhooks. */
  readonly programs: readonly Program[];
  readonly channel: EchoChannel;
  readonly graph: GraphDouble;
  readonly exchange: Exchange;
  close(): Promise<void>;
}

/** Several real processes on one PostgreSQL, with one WhatsApp number whose bot says everything back. */
export async function startCrew(
  run: string,
  roles: readonly Role[],
  env: Readonly<Record<string, string>> = {},
): Promise<Crew> {
  const graph = await startGraphDouble(benchLine);
  const { url } = await testDatabaseUrl();
  const shared = {
    DATABASE_URL: url.replace('@/', '@socket/'), // pg reads the folder of the socket after the "?"
    DATABASE_POOL_SIZE: '8',
    SECRET_KEYS: `crew:${randomBytes(32).toString('base64')}`,
    GRAPH_API_BASE_URL: graph.url,
    ...env,
  };
  const programs = await Promise.all(roles.map((role) => prepareProgram({ env: { ...shared, ROLE: role } })));
  const close = async () => {
    await Promise.all(programs.map((program) => program.remove()));
    await graph.close();
  };
  try {
    await Promise.all(programs.map((program) => program.start()));
    const [first] = programs as [Program];
    const channel = await makeEchoChannel(first, benchLine);
    const exchange = startExchange({ line: benchLine, graph, webhookUrl: channel.webhookUrl, run, timeoutMs: 5_000 });
    return {
      programs,
      channel,
      graph,
      exchange,
      async close() {
        exchange.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
