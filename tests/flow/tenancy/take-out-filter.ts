import pg from 'pg';

const filter = /\b(?:[a-z_]+\.)?workspace_id = \$(\d+)(?:::uuid)?/g;

/**
 * Takes the filter by workspace out of every statement that the application sends under its own role, in this process: what then still
 * keeps companies apart is the database alone. The parameter stays in use, so that the statement can be prepared.
 */
export function takeOutFilter(): { taken(): number; putBack(): void } {
  const client = pg.Client.prototype as { query: (...args: unknown[]) => unknown }; // one signature for its many
  const whole = client.query;
  let taken = 0;
  const without = (text: string) =>
    text.replace(filter, (_found, number: string) => {
      taken += 1;
      return `$${number}::uuid is not null`;
    });
  client.query = function query(
    this: { connectionParameters?: { options?: string } },
    asked: unknown,
    ...rest: unknown[]
  ) {
    if (!this.connectionParameters?.options?.includes('balcao_app')) return whole.call(this, asked, ...rest);
    if (typeof asked === 'string') return whole.call(this, without(asked), ...rest);
    if (asked !== null && typeof asked === 'object' && 'text' in asked && typeof asked.text === 'string')
      asked.text = without(asked.text);
    return whole.call(this, asked, ...rest);
  };
  return {
    taken: () => taken,
    putBack: () => {
      client.query = whole;
    },
  };
}
