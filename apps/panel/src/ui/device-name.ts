const browsers = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
] as const;

/** What a browser says it is, as a person would: "Chrome · Windows". What is none of these stays as it is, cut short. */
export function deviceName(said: string): string {
  const known = [browsers, systems].map((list) => list.find(([sign]) => sign.test(said))?.[1]);
  const words = known.filter((word) => word !== undefined);
  return words.length > 0 ? words.join(' · ') : said.slice(0, 60);
}
