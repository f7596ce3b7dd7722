import { hashPassword, verifyPassword } from 'better-auth/crypto';

export { hashPassword };

/** Of a password that nobody has: whoever is unknown, or has none, costs as much time as somebody with one. */
let nobodys: Promise<string> | undefined;

/** scrypt in the thread pool, by better-auth. */
export async function isPassword(hash: string | null | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this one');
  const right = await verifyPassword({ hash: hash ?? (await nobodys), password }).catch(() => false);
  return right && hash !== null && hash !== undefined;
}
