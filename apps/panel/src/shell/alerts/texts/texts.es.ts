import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Avisos',
  readAll: 'Marcar como leídos',
  more: 'Ver anteriores',
  empty: 'Sin avisos',
  emptyText: 'Aquí aparece cuando alguien le menciona, le pasa una atención o cuando un mensaje suyo no sale.',
  somebody: 'un contacto',
  assigned: 'La atención de {{who}} ahora es suya',
  mention: 'Le mencionaron en una nota de {{who}}',
  transferred: 'La atención de {{who}} llegó a su equipo',
  message_failed: 'Su mensaje a {{who}} no se envió',
  scheduled_failed: 'El mensaje programado para {{who}} no salió',
  by: 'por {{name}}',
  unread: 'No leído',
};
