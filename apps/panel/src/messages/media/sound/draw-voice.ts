export const BARS = 40;

/** A drawing of a voice that is always the same for one message: between 0.15 and 1. */
export function drawVoice(id: string): readonly number[] {
  let seed = 2_166_136_261;
  for (const sign of id) seed = Math.imul(seed ^ sign.charCodeAt(0), 16_777_619) >>> 0;
  return Array.from({ length: BARS }, (_, at) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    const wave = 0.55 + 0.45 * Math.sin(at / 2.6 + (seed % 5));
    return 0.15 + 0.85 * wave * ((seed >>> 16) / 65_536);
  });
}
