import { useEffect, useEffectEvent, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { sizeOf } from '../../messages/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { composerTexts } from '../texts/texts.ts';
import type { Attachment } from './attachment.ts';
import { attachmentsOf, keepAttachments } from './attachment-shelf.ts';
import { checkFile, isRedrawn, type Limits } from './check-file.ts';
import { redrawPicture } from './redraw-picture.ts';

const MOST = 10;

export interface Attachments {
  readonly all: readonly Attachment[];
  /** Why some file was not taken, in words. */
  readonly problems: readonly string[];
  /** A picture is being made smaller. */
  readonly preparing: boolean;
  add(files: readonly File[]): void;
  addStored(attachments: readonly Attachment[]): void;
  remove(key: string): void;
  clear(): void;
}

/** The files of a conversation's tray. Each is looked at before it gets in. */
export function useAttachments(conversationId: string): Attachments {
  const limits = useRead('media.limits', {}, { staleTime: Number.POSITIVE_INFINITY }).data?.kinds;
  const [all, setAll] = useState(() => attachmentsOf(conversationId));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [preparing, setPreparing] = useState(0);
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const sayWhy = useRefusal();

  useEffect(() => keepAttachments(conversationId, all), [conversationId, all]);

  const take = useEffectEvent(async (files: readonly File[], known: Limits) => {
    setPreparing((now) => now + 1);
    const looked = await Promise.all(files.map((file) => look(file, known, sayWhy)));
    setPreparing((now) => now - 1);
    const taken = looked.filter((one): one is Attachment => typeof one !== 'string');
    const refused = looked.filter((one): one is string => typeof one === 'string');
    setProblems(all.length + taken.length > MOST ? [...refused, sayWhy.tooMany] : refused);
    setAll((now) => [...now, ...taken].slice(0, MOST));
  });
  // Dropped before the limits came: looked at when they are here.
  useEffect(() => {
    if (limits === undefined || waiting.length === 0) return;
    setWaiting([]);
    void take(waiting, limits);
  }, [limits, waiting]);

  return {
    all,
    problems,
    preparing: preparing > 0,
    add: (files) => setWaiting((now) => [...now, ...files]),
    addStored: (stored) => setAll((now) => [...now, ...stored].slice(0, MOST)),
    remove: (key) => setAll((now) => now.filter((one) => one.key !== key)),
    clear() {
      setAll([]);
      setProblems([]);
    },
  };
}

type Refusal = ReturnType<typeof useRefusal>;

function useRefusal() {
  const t = useTexts(composerTexts);
  const language = useLanguage();
  return {
    tooMany: t('fileTooMany', { count: MOST }),
    kind: (name: string) => t('fileKind', { name }),
    empty: (name: string) => t('fileEmpty', { name }),
    size: (name: string, bytes: number, most: number) =>
      t('fileTooLarge', { name, size: sizeOf(bytes, language), limit: sizeOf(most, language) }),
  };
}

async function look(file: File, limits: Limits, why: Refusal): Promise<Attachment | string> {
  const chosen = isRedrawn(file, limits) ? ((await redrawPicture(file)) ?? file) : file;
  const checked = checkFile(chosen, limits);
  if (checked.ok) {
    return {
      key: crypto.randomUUID(),
      from: 'here',
      kind: checked.kind,
      file: chosen,
      url: URL.createObjectURL(chosen),
    };
  }
  return checked.why === 'size' ? why.size(file.name, file.size, checked.maxBytes) : why[checked.why](file.name);
}
