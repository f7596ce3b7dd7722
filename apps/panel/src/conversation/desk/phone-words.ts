/** A phone as people write it: +55 11 98765-0100. Numbers of other countries in their digits. */
export function phoneWords(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const brazilian = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
  if (!brazilian || !/^[+\d]+$/.test(phone)) return phone;
  const [, area, first, last] = brazilian;
  return `+55 ${area} ${first}-${last}`;
}
