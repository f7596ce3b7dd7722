import type { FileKind } from './check-file.ts';

export interface UploadRequest {
  readonly file: Blob;
  readonly fileName?: string;
  readonly kind?: FileKind;
  readonly voice?: boolean;
}
