/** Our mark: the bell on a counter, which is also a bubble of speech. One colour or two, by where it stands. */
export function LogoMark({ size = 32, onDark = false }: { size?: number; onDark?: boolean }) {
  const tile = onDark ? 'var(--b-logo-tile-dark)' : 'var(--b-logo-tile)';
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="15" fill={tile} />
      <path d="M14 40a18 18 0 0 1 36 0z" fill="var(--b-logo-bell)" />
      <rect x="10" y="43" width="44" height="6" rx="3" fill="var(--b-logo-bell)" />
      <circle cx="32" cy="16" r="4.5" fill="var(--b-logo-button)" />
      <path d="M38 49v9l-9-9z" fill="var(--b-logo-bell)" />
    </svg>
  );
}
