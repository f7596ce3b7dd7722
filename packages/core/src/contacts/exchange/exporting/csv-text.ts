/** What a spreadsheet would take for a formula, and run: given an apostrophe it is a text. */
const dangerous = /^[\s\p{Cf}]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const harmless = /^-?\d+([.,]\d+)?$/;

export const safeCell = (text: string): string => (dangerous.test(text) && !harmless.test(text) ? `'${text}` : text);

/** One line of CSV as Brazilian spreadsheets read it: `;`, quotes around what needs them, CRLF. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(safeCell(cell.replaceAll('\0', '')))).join(';')}\r\n`;

const quoted = (text: string): string => (/[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const BYTE_ORDER_MARK = '\ufeff';
