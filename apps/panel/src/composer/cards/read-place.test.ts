import { expect, test } from 'vitest';
import { readPlace } from './read-place.ts';

const saoPaulo = { latitude: -23.5505, longitude: -46.6333 };

test.each([
  '-23.5505, -46.6333',
  '-23,5505; -46,6333',
  '-23.5505 -46.6333',
  'https://www.google.com/maps/search/?api=1&query=-23.5505,-46.6333',
  'https://maps.google.com/?q=-23.5505%2C-46.6333',
  'https://www.google.com/maps/place/Pra%C3%A7a/@-23.5,-46.6,17z/data=!3d-23.5505!4d-46.6333',
  'https://www.openstreetmap.org/?mlat=-23.5505&mlon=-46.6333#map=18',
])('%s is a place', (text) => {
  expect(readPlace(text)).toEqual(saoPaulo);
});

test.each(['', 'Rua das Flores, 120', '95.0, 10.0', '-23.5505', 'https://example.com/a,b'])('%j is none', (text) => {
  expect(readPlace(text)).toBeUndefined();
});
