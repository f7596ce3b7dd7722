import type { Output } from '../../../api/index.ts';
import { currentWorkspace } from '../../../api/index.ts';

/** With XMLHttpRequest, the only way in a browser to know how much of a file has gone. */
export function sendFile(file: File, onProgress: (share: number) => void): Promise<Output<'imports.start'>['import']> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/imports.start?fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('x-workspace', currentWorkspace() ?? '');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Error('unreachable'));
    request.onload = () => {
      try {
        const answer: unknown = JSON.parse(request.responseText);
        if (request.status < 300)
          resolve((answer as Output<'imports.start'>).import); // the contract says so
        else reject(new Error((answer as { title?: string }).title ?? String(request.status))); // problem+json
      } catch (error) {
        reject(new Error('the answer cannot be read', { cause: error }));
      }
    };
    request.send(file);
  });
}
