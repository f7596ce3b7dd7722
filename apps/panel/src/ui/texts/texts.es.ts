import type { TextsLike } from '../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  retry: 'Intentar de nuevo',
  cancel: 'Cancelar',
  confirm: 'Confirmar',
  save: 'Guardar',
  close: 'Cerrar',
  copy: 'Copiar',
  copied: 'Copiado',
  back: 'Volver',
  more: 'Mostrar más',
  loading: 'Cargando…',
  unreachable: 'No pudimos hablar con el servidor. Revise su conexión e inténtelo de nuevo.',
  failed: 'No funcionó',
  loadFailed: 'No se pudo cargar',
  now: 'ahora',
  yesterday: 'ayer',
  online: 'En línea',
  away: 'Ausente',
  offline: 'Desconectado',
  nobody: 'Nadie',
};
