import { createHmac } from 'node:crypto';
import { Fault, isUuid, type KeyRing } from '@balcao/kernel';

/** `keyId.link.mac`: the link is two ids and the second it expires, so that nothing in it needs to be escaped. */
export interface Link {
  readonly workspaceId: string;
  readonly mediaId: string;
  readonly expiresAt: Date;
}

const LINK_BYTES = 38;

export function packLink({ workspaceId, mediaId, expiresAt }: Link): Buffer {
  if (!isUuid(workspaceId) || !isUuid(mediaId)) throw new Fault('invalid_input', 'a link is for an id of ours');
  const link = Buffer.alloc(LINK_BYTES);
  link.write(workspaceId.replaceAll('-', ''), 0, 'hex');
  link.write(mediaId.replaceAll('-', ''), 16, 'hex');
  link.writeUIntBE(expiresAt.getTime(), 32, 6);
  return link;
}

export function unpackLink(link: Buffer): Link | undefined {
  if (link.length !== LINK_BYTES) return undefined;
  return {
    workspaceId: uuidAt(link, 0),
    mediaId: uuidAt(link, 16),
    expiresAt: new Date(link.readUIntBE(32, 6)),
  };
}

export function macOf(keys: KeyRing, keyId: string, link: Buffer): Buffer | undefined {
  const key = keys.derive('media-link', keyId);
  return key && createHmac('sha256', key).update(link).digest();
}

const uuidAt = (bytes: Buffer, offset: number) =>
  bytes.toString('hex', offset, offset + 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
