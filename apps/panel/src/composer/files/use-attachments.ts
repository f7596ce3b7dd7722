import { useEffect, useState } from 'react';
import { api, keyOf, queryClient } from '../../api/index.ts';
import { sizeOf } from '../../messages/index.ts';
import { useLanguage, useTexts } from '../../text/index.ts';
import { problemSentence } from '../../ui/index.ts';
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
  const [all, setAll] = useState(() => attachmentsOf(conversationId));
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [preparing, setPreparing] = useState(0);
  const why = useRefusal();

  useEffect(() => keepAttachments(conversationId, all), [conversationId, all]);

  const take = async (files: readonly File[]) => {
    setPreparing((now) => now + 1);
    try {
      const limits = await readLimits();
      const looked = await Promise.all(files.map((file) => look(file, limits, why)));
      const taken = looked.filter((one): one is Attachment => typeof one !== 'string');
      const refused = looked.filter((one): one is string => typeof one === 'string');
      setProblems(all.length + taken.length > MOST ? [...refused, why.tooMany] : refused);
      setAll((now) => [...now, ...taken].slice(0, MOST));
    } catch (error) {
      setProblems([problemSentence(error)]);
    } finally {
      setPreparing((now) => now - 1);
    }
  };
  return {
    all,
    problems,
    preparing: preparing > 0,
    add: (files) => void take(files),
    addStored: (stored) => setAll((now) => [...now, ...stored].slice(0, MOST)),
    remove: (key) => setAll((now) => now.filter((one) => one.key !== key)),
    clear() {
      setAll([]);
      setProblems([]);
    },
  };
}

/** Asked once: what WhatsApp takes does not change while one works. */
async function readLimits(): Promise<Limits> {
  const { kinds } = await queryClient.query({
    queryKey: keyOf('media.limits', {}),
    queryFn: () => api.call('media.limits', {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return kinds;
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
