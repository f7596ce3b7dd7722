/** WhatsApp's limits on what we send, one name each. Characters are UTF-16 units, as Meta's own editor counts them. Source: Meta's message pages, collected 2026-11-20. */
export const limits = {
  text: 4_096,
  caption: 1_024,
  fileName: 240,
  link: 2_048,
  mediaId: 256,

  interactiveBody: 1_024,
  listBody: 4_096,
  header: 60,
  footer: 60,

  replyButtons: 3,
  replyButtonTitle: 20,
  replyButtonId: 256,

  listButton: 20,
  listSections: 10,
  listRows: 10,
  listRowTitle: 24,
  listRowDescription: 72,
  listRowId: 200,
  listSectionTitle: 24,

  ctaButton: 20,

  templateName: 512,
  templateParameter: 32_768,
  templateButtons: 10,
  couponCode: 20,
  quickReplyPayload: 128,

  contacts: 257,
  locationName: 1_000,
  locationAddress: 1_000,

  tag: 512,
  messageId: 512,
} as const;

/** Bytes that WhatsApp takes of each kind; the media room checks them before it uploads. */
export const mediaBytes = {
  image: 5 * 1024 * 1024,
  video: 16 * 1024 * 1024,
  audio: 16 * 1024 * 1024,
  document: 100 * 1024 * 1024,
  staticSticker: 100 * 1024,
  animatedSticker: 500 * 1024,
  /** Above this a voice message loses its play icon. */
  voicePlayIcon: 512 * 1024,
} as const;

/** How fast WhatsApp lets us send; the outbox keeps to it. */
export const pacing = {
  perSecond: 80,
  perSecondCoexistence: 20,
  /** One message to one person per 6 s; 45 may be borrowed at once and paid back. */
  perPairMs: 6_000,
  perPairBurst: 45,
} as const;
