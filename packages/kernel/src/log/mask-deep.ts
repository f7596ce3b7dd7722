export function maskDeep(value: unknown): unknown {
  return value;
}
