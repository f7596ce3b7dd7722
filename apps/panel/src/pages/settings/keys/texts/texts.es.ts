import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Claves de API',
  lead: 'Para conectar otros sistemas a Balcão: n8n, ERP, tienda.',
  docs: 'Documentación de la API',
  new: 'Nueva clave',
  empty: 'Ninguna clave todavía',
  emptyText: 'Cree una para que otro sistema lea y envíe mensajes en nombre de la empresa.',
  name: 'Nombre, para saber dónde se usa',
  expires: 'Vale',
  never: 'para siempre',
  days30: 'por 30 días',
  days90: 'por 90 días',
  year: 'por 1 año',
  may: 'Esta clave puede',
  make: 'Crear clave',
  made: 'Clave creada',
  madeText: 'Cópiela ahora: por seguridad no se muestra de nuevo.',
  kept: 'Ya la copié',
  used: 'usada',
  unused: 'nunca usada',
  until: 'hasta {{day}}',
  revoked: 'revocada',
  expired: 'vencida',
  revoke: 'Revocar',
  revokeText: 'El sistema que usa {{name}} deja de funcionar al momento. No se puede deshacer.',
};
