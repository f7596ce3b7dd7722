/** Ids of the bot's own buttons. */
export const taps = {
  yes: 'balcao:yes',
  no: 'balcao:no',
  person: 'balcao:person',
} as const;
