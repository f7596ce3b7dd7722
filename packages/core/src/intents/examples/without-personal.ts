/** A customer's words as an example for all: no number and no address of anybody. Digits become zeros, which are read as any other. */
export function withoutPersonal(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'nome@exemplo.com')
    .replace(/https?:\/\/\S+|www\.\S+/gi, 'https://exemplo.com')
    .replace(/\d(?=(?:\D{0,2}\d){3})|(?<=(?:\d\D{0,2}){3})\d/g, '0');
}
