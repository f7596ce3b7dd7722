import { ApiProblem, type Output } from '@balcao/client';
import type { Problem } from '@balcao/contract';
import { currentWorkspace } from '../../api/index.ts';
import { currentLanguage } from '../../text/index.ts';
import type { UploadWatch } from '../outgoing/outgoing-draft.ts';
import type { UploadRequest } from './upload-request.ts';

type Uploaded = Output<'media.upload'>['media'];

/** `media.upload`, by XMLHttpRequest: the only way in which a browser says how far it is. */
export function uploadFile(
  { file, fileName, kind, voice }: UploadRequest,
  { onProgress, signal }: UploadWatch,
): Promise<Uploaded> {
  const query = new URLSearchParams({
    ...(fileName === undefined ? {} : { fileName: fileName.slice(-240) }),
    ...(kind === undefined ? {} : { kind }),
    ...(voice ? { voice: 'true' } : {}),
  });
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const away = () => reject(new ApiProblem('unreachable', 0, 'the server cannot be reached'));
    signal.throwIfAborted();
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.open('POST', `/api/v1/media.upload?${query.toString()}`);
    const workspace = currentWorkspace();
    if (workspace !== undefined) request.setRequestHeader('x-workspace', workspace);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', away);
    request.addEventListener('timeout', away);
    request.addEventListener('abort', () => reject(new DOMException('cancelled', 'AbortError')));
    request.addEventListener('load', () => {
      const body: unknown = request.response;
      if (request.status === 200)
        resolve((body as Output<'media.upload'>).media); // the server checks its answers against the contract
      else reject(problemOf(request.status, body));
    });
    request.send(file);
  });
}

function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) {
    const problem = body as Problem; // it has a problem's two words
    return new ApiProblem(problem.code, status, problem.title, problem);
  }
  return new ApiProblem(status === 413 ? 'too_large' : 'unavailable', status, `HTTP ${status}`);
}
