import type { ReactNode } from 'react';

const paths = {
  back: 'M15 5l-7 7 7 7',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  chevron: 'M6 9l6 6 6-6',
  reply: 'M10 8L5 12.5 10 17M5.5 12.5H14c3 0 5 2 5 5',
  copy: 'M9 9h9v10H9zM6 15H5V5h9v1',
  edit: 'M5 19l1-4L16 5l3 3L9 18zM14 7l3 3',
  trash: 'M5 7h14M10 7V5h4v2M7 7l1 12h8l1-12',
  photo: 'M4 6h16v12H4zM4 16l5-5 4 4 3-3 4 4M15 9.5v.01',
  file: 'M7 3h7l4 4v14H7zM14 3v4h4M10 12h5M10 16h5',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z',
  person: 'M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-3.6 3.4-5.5 7-5.5s6.400 1.9 7 5.500',
  smile:
    'M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM9 10v.01M15 10v.01M8.500 14.200c1.800 2.600 5.200 2.600 7 0',
  clip: 'M18.500 11.500l-6.700 6.700a4 4 0 0 1-5.700-5.700l7.200-7.200a2.700 2.700 0 0 1 3.800 3.800l-7 7a1.300 1.300 0 0 1-1.900-1.900l6.300-6.300',
  mic: 'M12 14.500a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6.500 11.500a5.500 5.500 0 0 0 11 0M12 17v3.500',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 19.500h14',
  link: 'M14 5h5v5M19 5l-8 8M17 13v6H5V7h6',
  list: 'M9 7h10M9 12h10M9 17h10M5 7v.01M5 12v.01M5 17v.01',
  warn: 'M12 4l9 16H3zM12 10v4.500M12 17v.01',
  pulse: 'M3 12h4l2.500-7 5 14 2.500-7h4',
  echo: 'M8 3h8v18H8zM11 18h2M4 8v8M20 8v8',
  swap: 'M7 5L4 8l3 3M4 8h13M17 13l3 3-3 3M20 16H7',
  broom: 'M14 4l-3 8M6 20c0-4 2-8 5-8s6 2 6 4c-2 3-5 4-11 4z',
  forward: 'M14 8l5 4.500-5 4.500M18.500 12.500H10c-3 0-5 2-5 5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 22 }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg className={`icon icon-${name}`} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

export function PlayIcon({ playing }: { playing: boolean }): ReactNode {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
      {playing ? (
        <path d="M7 5h3.600v14H7zM13.400 5H17v14h-3.600z" />
      ) : (
        <path d="M8 4.800v14.400c0 .7.700 1.100 1.300.7l11-7.200a.85.85 0 0 0 0-1.400l-11-7.200c-.6-.4-1.300 0-1.300.7z" />
      )}
    </svg>
  );
}

export function SendIcon(): ReactNode {
  return (
    <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" fill="currentColor">
      <path d="M3.400 20.300l17.800-7.600c.6-.3.600-1.100 0-1.400L3.400 3.700c-.6-.2-1.200.3-1 .9L4.500 11l9.500 1-9.500 1-2.100 6.400c-.2.600.4 1.100 1 .9z" />
    </svg>
  );
}

/** One tick: sent. Two: stored by the business. Two in blue: read. */
export function Ticks({ status, label }: { status: string; label: string }): ReactNode {
  const two = status !== 'sent' && status !== 'accepted';
  return (
    <span className={`ticks ${status}`} title={label}>
      <svg width="17" height="11" viewBox="0 0 17 11" aria-hidden="true">
        <path d={two ? 'M1 5.800l3 3.200 6-7.500' : 'M3.500 5.800l3 3.200 6-7.500'} />
        {two && <path d="M7.200 8.200l.8.8 6.500-7.500" />}
      </svg>
      <span className="unseen">{label}</span>
    </span>
  );
}
