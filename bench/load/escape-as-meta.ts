const unsafe = /[\u0080-\uffff/<%@]/g;

/** Meta's bytes are pure ASCII: lower-case \u escapes, and `/ < % @` escaped too. The signature is over these bytes. */
export function escapeAsMeta(value: unknown): string {
  return JSON.stringify(value).replace(unsafe, (char) =>
    char === '/' ? '\\/' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
