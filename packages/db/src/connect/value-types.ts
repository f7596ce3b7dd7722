import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;

const asNumber = (text: string): number => Number(text);
const parseInt8Array = (text: string): (number | null)[] =>
  (types.getTypeParser(INT8_ARRAY)(text) as (string | null)[]).map((item) => (item === null ? null : Number(item)));
const parseTextArray = types.getTypeParser(1009);

/** bigint is a number (cents and counts stay below 2^53) and `date` a text: the driver's own would shift it by the machine's time zone. */
export const valueTypes: Pick<typeof types, 'getTypeParser'> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return asNumber;
    if (oid === INT8_ARRAY) return parseInt8Array;
    if (oid === DATE) return String;
    if (oid === DATE_ARRAY) return parseTextArray;
    return types.getTypeParser(oid, format as 'text');
  }) as typeof types.getTypeParser, // the driver's type lists every oid as an overload
};
