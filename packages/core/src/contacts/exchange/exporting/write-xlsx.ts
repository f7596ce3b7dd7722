import { crc32, createDeflateRaw } from 'node:zlib';

type Sink = (bytes: Uint8Array) => Promise<void>;

export interface XlsxWriter {
  row(cells: readonly string[]): Promise<void>;
  end(): Promise<void>;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const ns = 'http://schemas.openxmlformats.org';
const fixed: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${ns}/spreadsheetml/2006/main" xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="Contatos" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
];

interface Entry {
  readonly name: string;
  readonly at: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** An XLSX that is written while it is made: every cell a text, so that none is a formula; one sheet, a row at a time. */
export async function createXlsxWriter(sink: Sink): Promise<XlsxWriter> {
  const zip = createZipWriter(sink);
  for (const [name, text] of fixed) {
    const file = await zip.file(name);
    await file.write(head + text);
    await file.end();
  }
  const sheet = await zip.file('xl/worksheets/sheet1.xml');
  await sheet.write(`${head}<worksheet xmlns="${ns}/spreadsheetml/2006/main"><sheetData>`);
  let waiting = '';
  let rows = 0;
  return {
    async row(cells) {
      const number = ++rows;
      waiting += `<row r="${number}">${cells.map((cell, column) => cellOf(cell, `${columnName(column)}${number}`)).join('')}</row>`;
      if (waiting.length < 65_536) return;
      await sheet.write(waiting);
      waiting = '';
    },
    async end() {
      await sheet.write(`${waiting}</sheetData></worksheet>`);
      await sheet.end();
      await zip.end();
    },
  };
}

/** A to Z, then AA. */
const columnName = (column: number): string =>
  (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

const cellOf = (text: string, place: string): string =>
  text === ''
    ? ''
    : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, 32_767))}</t></is></c>`;

const escaped = (text: string): string =>
  text
    // Control characters but tab and line ends: XML has no way to write them.
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** Sizes and checksums stand behind each file (bit 3), for they are not known before. */
function createZipWriter(sink: Sink) {
  const entries: Entry[] = [];
  let at = 0;
  const put = async (bytes: Uint8Array) => {
    at += bytes.length;
    await sink(bytes);
  };
  return {
    async file(name: string) {
      const start = at;
      let [crc, size] = [0, 0];
      const bytes = Buffer.from(name);
      await put(header(0x04034b50, [20, 0x0808, 8, 0, 0x21], [0, 0, 0], [bytes.length, 0], bytes));
      const begun = at;
      const deflate = createDeflateRaw({ level: 6 });
      const pouring = (async () => {
        for await (const chunk of deflate) await put(chunk as Buffer); // deflate gives bytes
      })();
      return {
        async write(text: string) {
          const plain = Buffer.from(text);
          crc = crc32(plain, crc);
          size += plain.length;
          if (!deflate.write(plain))
            await Promise.race([new Promise((resolve) => deflate.once('drain', resolve)), pouring]);
        },
        async end() {
          deflate.end();
          await pouring;
          const packed = at - begun;
          const sizes = Buffer.alloc(16);
          [0x08074b50, crc, packed, size].forEach((value, n) => void sizes.writeUInt32LE(value >>> 0, n * 4));
          await put(sizes);
          entries.push({ name, at: start, crc, packed, size });
        },
      };
    },
    async end() {
      const directory = at;
      for (const { name, at: place, crc, packed, size } of entries) {
        const bytes = Buffer.from(name);
        const rest = Buffer.alloc(16);
        rest.writeUInt32LE(place, 12);
        await put(header(0x02014b50, [20, 20, 0x0808, 8, 0, 0x21], [crc, packed, size], [bytes.length], rest, bytes));
      }
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(entries.length, 8);
      end.writeUInt16LE(entries.length, 10);
      end.writeUInt32LE(at - directory, 12);
      end.writeUInt32LE(directory, 16);
      await put(end);
    },
  };
}

function header(signature: number, shorts: number[], longs: number[], more: number[], ...rest: Buffer[]): Buffer {
  const bytes = Buffer.alloc(4 + shorts.length * 2 + longs.length * 4 + more.length * 2);
  let at = bytes.writeUInt32LE(signature, 0);
  for (const value of shorts) at = bytes.writeUInt16LE(value, at);
  for (const value of longs) at = bytes.writeUInt32LE(value >>> 0, at);
  for (const value of more) at = bytes.writeUInt16LE(value, at);
  return Buffer.concat([bytes, ...rest]);
}
