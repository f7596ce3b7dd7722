/** Ids of the bot's own buttons. */
export const taps = {
  yes: 'balcao:yes',
  no: 'balcao:no',
  person: 'balcao:person',
  rate: (score: number) => `balcao:rate:${score}`,
  rating: /^balcao:rate:([1-5])$/,
} as const;
