import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** An authenticator as WebAuthn describes one, in software: ES256, no attestation, the user verified. */
export interface Authenticator {
  create(options: Record<string, unknown>, origin: string): Record<string, unknown>;
  get(options: Record<string, unknown>, origin: string): Record<string, unknown>;
  /** As a copied key would: the count of before. */
  rewind(): void;
}

const b64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();
const USER_PRESENT_AND_VERIFIED = 0x05;
const HOLDS_CREDENTIAL = 0x40;

function cborBytes(bytes: Buffer): Buffer {
  const head =
    bytes.length < 24
      ? [0x40 + bytes.length]
      : bytes.length < 256
        ? [0x58, bytes.length]
        : [0x59, bytes.length >> 8, bytes.length & 255];
  return Buffer.concat([Buffer.from(head), bytes]);
}
const cborText = (text: string): Buffer => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)]);

export function softAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;
  const head = (rpId: string, flags: number): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };
  // {1: 2, 3: -7, -1: 1, -2: x, -3: y}
  const coseKey = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    cborBytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    cborBytes(Buffer.from(y, 'base64url')),
  ]);
  const clientData = (type: string, challenge: unknown, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const shared = { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {} };
  return {
    create(options, origin) {
      const rp = options['rp'] as { id: string }; // as the server wrote it
      const authData = Buffer.concat([
        head(rp.id, USER_PRESENT_AND_VERIFIED | HOLDS_CREDENTIAL),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseKey,
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(authData),
      ]);
      const data = clientData('webauthn.create', options['challenge'], origin);
      return {
        ...shared,
        response: { clientDataJSON: b64(data), attestationObject: b64(attestation), transports: ['internal'] },
      };
    },
    get(options, origin) {
      const data = clientData('webauthn.get', options['challenge'], origin);
      const authData = head(String(options['rpId']), USER_PRESENT_AND_VERIFIED);
      const signature = createSign('sha256')
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(privateKey);
      const response = { clientDataJSON: b64(data), authenticatorData: b64(authData), signature: b64(signature) };
      return { ...shared, response };
    },
    rewind() {
      counter -= 1;
    },
  };
}
