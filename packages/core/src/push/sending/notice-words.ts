import type { Language } from '@balcao/contract';
import type { NoticeKind } from '../notices/occasions.ts';

/** What a telephone shows when there is nothing more to say. */
export const noticeWords: { readonly [L in Language]: { readonly [K in NoticeKind | 'somebody']: string } } = {
  'pt-BR': {
    mention: 'Mencionaram você em uma nota',
    assigned: 'Este atendimento agora é seu',
    message: 'Nova mensagem',
    queue: 'Novo atendimento na fila do seu setor',
    somebody: 'Cliente',
  },
  en: {
    mention: 'Somebody mentioned you in a note',
    assigned: 'This ticket is now yours',
    message: 'New message',
    queue: "New ticket waiting in your department's queue",
    somebody: 'Customer',
  },
  es: {
    mention: 'Te mencionaron en una nota',
    assigned: 'Esta atención ahora es tuya',
    message: 'Nuevo mensaje',
    queue: 'Nueva atención en la cola de tu sector',
    somebody: 'Cliente',
  },
};
