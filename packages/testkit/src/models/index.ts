export { type FakeVendor, fakeVendor } from './fake-vendor.ts';
export { type RecordedExchange, recordedExchanges } from './recorded-exchanges.ts';
export type { Script, SeenRequest } from './script.ts';
