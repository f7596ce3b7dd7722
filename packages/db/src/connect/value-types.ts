import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;
const TEXT_ARRAY = 1009 as Oid;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

/** The driver's type names only some of the numbers it knows; it knows these too. */
type Oid = Parameters<typeof types.getTypeParser>[0];
type Parse = (text: string) => unknown;
const parserOf: (oid: Oid) => Parse = types.getTypeParser;

const parseTexts = parserOf(TEXT_ARRAY);
const parseInt8s: Parse = (text) =>
  (parseTexts(text) as (string | null)[]).map((item) => (item === null ? null : Number(item)));

/** bigint is a number (cents and counts stay below 2^53) and `date` a text: the driver's own would shift it by the machine's time zone. */
const ours = new Map<number, Parse>([
  [INT8, Number],
  [INT8_ARRAY, parseInt8s],
  [DATE, String],
  [DATE_ARRAY, parseTexts],
]);

export const valueTypes = {
  getTypeParser: ((oid: number) => ours.get(oid) ?? parserOf(oid)) as typeof types.getTypeParser, // overloads per oid
};
