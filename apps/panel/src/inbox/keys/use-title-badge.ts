import { useEffect } from 'react';

const SIZE = 64;

/** The page's own sign with a dot on it, drawn from the theme's colours; undefined: the browser cannot. */
async function iconWithDot(href: string): Promise<string | undefined> {
  const image = new Image();
  image.src = href;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext('2d');
  if (!pen) return undefined;
  pen.drawImage(image, 0, 0, SIZE, SIZE);
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--b-attention');
  pen.beginPath();
  pen.arc(SIZE * 0.74, SIZE * 0.26, SIZE * 0.24, 0, 2 * Math.PI);
  pen.fill();
  return canvas.toDataURL('image/png');
}

const iconLink = () => document.querySelector<HTMLLinkElement>('link[rel~="icon"]');

/** How many talks of mine have something unread: in the title of the tab, and as a dot on its sign. */
export function useTitleBadge(title: string, unread: number): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${unread > 0 ? `(${unread > 99 ? '99+' : unread}) ` : ''}${title} · Balcão`;
    return () => {
      document.title = before;
    };
  }, [title, unread]);
  const some = unread > 0;
  useEffect(() => {
    const link = iconLink();
    if (!some || !link) return undefined;
    const plain = link.href;
    let over = false;
    iconWithDot(plain).then(
      (drawn) => {
        if (drawn !== undefined && !over) link.href = drawn;
      },
      () => undefined, // the number in the title is enough
    );
    return () => {
      over = true;
      link.href = plain;
    };
  }, [some]);
}
