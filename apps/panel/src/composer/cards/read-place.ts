export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const number = String.raw`(-?\d{1,3}(?:[.,]\d+)?)`;
const patterns = [
  // The pin of a link to a place, then the query, then the middle of the map.
  new RegExp(`!3d${number}!4d${number}`),
  new RegExp(`[?&](?:q|query|ll|center|destination)=(?:loc:)?${number}(?:,|%2C)\\+?${number}`, 'i'),
  new RegExp(`[?&]mlat=${number}&mlon=${number}`),
  new RegExp(`@${number},${number}`),
  new RegExp(`^\\s*${number}\\s*[,;]\\s*${number}\\s*$`),
  new RegExp(`^\\s*${number}\\s+${number}\\s*$`),
];

/** Coordinates from what people paste: "-23.55, -46.63", or a link of Google Maps or OpenStreetMap. */
export function readPlace(text: string): Coordinates | undefined {
  for (const pattern of patterns) {
    const [, north, east] = pattern.exec(text) ?? [];
    if (north === undefined || east === undefined) continue;
    const place = { latitude: Number(north.replace(',', '.')), longitude: Number(east.replace(',', '.')) };
    if (Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180) return place;
  }
  return undefined;
}
