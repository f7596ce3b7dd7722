import {
  benchLine,
  type Exchange,
  type GraphDouble,
  type Line,
  startExchange,
  startGraphDouble,
} from '../load/index.ts';
import type { Subject } from './subject.ts';

/** A subject with a Graph API and a book of its own, all put away afterwards. */
export async function withExchange<S extends Subject, T>(
  start: (line: Line, graph: GraphDouble) => Promise<S>,
  measure: (subject: S, exchange: Exchange) => Promise<T>,
): Promise<T> {
  const graph = await startGraphDouble(benchLine);
  try {
    const subject = await start(benchLine, graph);
    const run = `b${Date.now().toString(36)}`;
    const exchange = startExchange({ line: benchLine, graph, webhookUrl: subject.webhookUrl, run });
    try {
      return await measure(subject, exchange);
    } finally {
      exchange.close();
      await subject.stop();
    }
  } finally {
    await graph.close();
  }
}
