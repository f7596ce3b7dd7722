export { createRates, type Rates } from './create-rates.ts';
