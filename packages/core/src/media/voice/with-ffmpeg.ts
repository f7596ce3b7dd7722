import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;

/** Makes Ogg Opus of any sound, where the machine has ffmpeg; false where it has none or cannot read the file. */
export async function makeOggWithFfmpeg(from: string, to: string): Promise<boolean> {
  const sound = ['-vn', '-ac', '1', '-ar', '48000', '-c:a', 'libopus', '-b:a', '32k', '-f', 'ogg'];
  // Only the file itself: a playlist inside it must open nothing else.
  const args = ['-nostdin', '-v', 'error', '-y', '-protocol_whitelist', 'file', '-i', from, ...sound, to];
  try {
    await run('ffmpeg', args, { timeout: TIMEOUT_MS, killSignal: 'SIGKILL', windowsHide: true });
    return true;
  } catch {
    return false;
  }
}
