export function mask(text: string): string {
  return text;
}
