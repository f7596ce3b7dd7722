import type { Language } from '@balcao/contract';
import { type Media, OUTBOUND_LIMITS, storeUpload, UPLOAD_MIMES } from '@balcao/core/media';
import { Fault } from '@balcao/kernel';
import type { Caller } from '../../api-parts.ts';
import type { Verbs } from '../verb.ts';
import { presentFile } from './thread/present-file.ts';

const kinds = ['image', 'video', 'audio', 'document', 'sticker'] as const;

/** What the person who recorded it should know: it is heard, but not shown as a voice note. */
const notAVoiceNote: Readonly<Record<Language, string>> = {
  'pt-BR':
    'Este navegador gravou num formato que o WhatsApp não toca como mensagem de voz. O áudio vai como arquivo para ouvir. Para mensagens de voz, use o Chrome ou o Firefox, ou peça para instalarem o ffmpeg no servidor.',
  en: 'This browser recorded in a format that WhatsApp does not play as a voice message. The audio goes as a file to listen to. For voice messages use Chrome or Firefox, or have ffmpeg installed on the server.',
  es: 'Este navegador grabó en un formato que WhatsApp no reproduce como mensaje de voz. El audio va como archivo para escuchar. Para mensajes de voz use Chrome o Firefox, o pida que instalen ffmpeg en el servidor.',
};

export function presentUpload({ ctx, language }: Caller, media: Media, wantsVoice: boolean) {
  const shown = presentFile(ctx, media, language, 'out');
  return wantsVoice && !media.voice ? { ...shown, problem: notAVoiceNote[language] } : shown;
}

export const uploadVerbs: Pick<Verbs, 'media.upload' | 'media.limits'> = {
  'media.upload': async (caller, { fileName, kind, voice }, parts, file) => {
    if (parts.storage === undefined) throw new Fault('unavailable', 'this process keeps no files');
    const media = await storeUpload(caller.ctx, parts.storage, {
      body: file.body,
      declaredMime: file.mime,
      fileName,
      kind,
      voice: voice === 'true',
      toSend: true,
    });
    return { media: presentUpload(caller, media, voice === 'true') };
  },
  'media.limits': async () => ({
    kinds: kinds.map((kind) => ({ kind, maxBytes: OUTBOUND_LIMITS[kind], mimes: [...UPLOAD_MIMES[kind]] })),
  }),
};
