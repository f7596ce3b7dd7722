const LONGEST_SIDE = 2_560;
const MOST_BYTES = 4.8 * 1024 * 1024;

/** As JPEG, small enough for WhatsApp; undefined when this browser cannot read the picture. */
export async function redrawPicture(file: File): Promise<File | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return undefined;
  for (const [side, quality] of [
    [LONGEST_SIDE, 0.88],
    [2_048, 0.8],
    [1_600, 0.75],
  ] as const) {
    const blob = await draw(picture, side, quality);
    if (blob && blob.size <= MOST_BYTES) {
      picture.close();
      return new File([blob], file.name.replace(/\.\w+$/, '').concat('.jpg'), { type: 'image/jpeg' });
    }
  }
  picture.close();
  return undefined;
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const share = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * share));
  canvas.height = Math.max(1, Math.round(picture.height * share));
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  // JPEG has no transparency: what was clear becomes white, not black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
