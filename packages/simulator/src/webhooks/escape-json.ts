/**
 * JSON as Meta writes it into webhooks: every unit beyond ASCII as \uxxxx in lower-case hex, and "/" as "\/".
 * A signature is over these very bytes: whoever checks it over re-serialised JSON refuses them.
 */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(/[/\u007f-\uffff]/g, (unit) =>
    unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
