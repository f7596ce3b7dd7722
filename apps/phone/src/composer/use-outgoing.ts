import { useCallback, useMemo, useState } from 'react';
import { canEdit } from '../chat/bubble-menu.tsx';
import type { Draft, Message } from '../talk/types.ts';
import { useApi } from '../talk/use-talk.ts';
import { t } from '../texts/texts.ts';
import { isTooBig, mediaKind } from './media-kind.ts';

export interface PickedFile {
  file: File;
  asDocument: boolean;
  url: string;
}

export interface Outgoing {
  problem: string;
  quoted: Message | undefined;
  edited: Message | undefined;
  files: PickedFile[];
  quote(message: Message): void;
  startEdit(message: Message): void;
  drop(): void;
  addFiles(files: File[], asDocument?: boolean): void;
  removeFile(at: number): void;
  say(problem: string): void;
  write(draft: Draft): Promise<void>;
  sendText(body: string): Promise<void>;
  sendFiles(caption: string): Promise<void>;
  sendVoice(recording: Blob): Promise<void>;
}

/** What the customer is about to send: the quoted or edited message, the files picked, and the sending itself. */
export function useOutgoing(numberId: string, customerId: string): Outgoing {
  const api = useApi();
  const [problem, say] = useState('');
  const [quoted, setQuoted] = useState<Message>();
  const [edited, setEdited] = useState<Message>();
  const [files, setFiles] = useState<PickedFile[]>([]);

  const write = useCallback(
    async (draft: Draft) => {
      try {
        await api.write(numberId, customerId, draft);
        say('');
      } catch (cause) {
        say(cause instanceof Error ? cause.message : String(cause));
      }
    },
    [api, numberId, customerId],
  );
  const quote = useCallback((message: Message) => {
    setEdited(undefined);
    setQuoted(message);
  }, []);
  const startEdit = useCallback((message: Message) => {
    if (!canEdit(message)) return;
    setQuoted(undefined);
    setEdited(message);
  }, []);
  const drop = useCallback(() => {
    setQuoted(undefined);
    setEdited(undefined);
  }, []);
  const addFiles = useCallback((added: File[], asDocument = false) => {
    const fit = added.filter((file) => !isTooBig(file, mediaKind(file, asDocument)));
    say(fit.length < added.length ? t.tooBig : '');
    setFiles((before) =>
      [...before, ...fit.map((file) => ({ file, asDocument, url: URL.createObjectURL(file) }))].slice(0, 10),
    );
  }, []);
  const removeFile = useCallback((at: number) => setFiles((before) => before.toSpliced(at, 1)), []);

  return useMemo(() => {
    const quotes = quoted ? { quotedId: quoted.id } : {};
    const upload = (file: Blob, name: string) => api.upload(numberId, file, name);
    return {
      problem,
      quoted,
      edited,
      files,
      quote,
      startEdit,
      drop,
      addFiles,
      removeFile,
      say,
      write,
      async sendText(body: string) {
        drop();
        await write(edited ? { kind: 'edit', messageId: edited.id, body } : { kind: 'text', body, ...quotes });
      },
      async sendFiles(caption: string) {
        const picked = files;
        setFiles([]);
        drop();
        try {
          for (const [at, { file, asDocument }] of picked.entries()) {
            const as = mediaKind(file, asDocument);
            const media = await upload(file, file.name);
            const captioned = at === 0 && caption !== '' && as !== 'audio' ? { caption } : {};
            await write({ kind: 'media', as, mediaId: media.id, filename: file.name, ...captioned, ...quotes });
          }
        } catch (cause) {
          say(cause instanceof Error ? cause.message : String(cause));
        }
      },
      async sendVoice(recording: Blob) {
        drop();
        try {
          const media = await upload(recording, 'voz');
          await write({ kind: 'media', as: 'audio', mediaId: media.id, voice: true, ...quotes });
        } catch (cause) {
          say(cause instanceof Error ? cause.message : String(cause));
        }
      },
    };
  }, [api, numberId, problem, quoted, edited, files, quote, startEdit, drop, addFiles, removeFile, write]);
}
