/** A body, or a part of one, as Meta wants it. JSON-safe; undefined values vanish when it is written. */
export type Rendered = Readonly<Record<string, unknown>>;
