import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  cancel: 'Descartar la grabación',
  finish: 'Detener y escuchar',
  send: 'Enviar mensaje de voz',
  listen: 'Escuchar',
  pause: 'Pausar',
  asking: 'Permita el micrófono en el navegador…',
  letGo: 'Suelte para detener',
  again: 'Intentar de nuevo',
  back: 'Volver al texto',
  refused:
    'El micrófono está bloqueado para este sitio. Haga clic en el candado junto a la dirección, permita el micrófono e inténtelo de nuevo.',
  noMicrophone: 'No se encontró ningún micrófono. Conecte uno e inténtelo de nuevo.',
  busy: 'Otro programa está usando el micrófono. Ciérrelo e inténtelo de nuevo.',
  unsupported: 'Este navegador no graba audio en esta página. Abra el panel por https en un navegador actual.',
  failed: 'La grabación no comenzó. Inténtelo de nuevo.',
};
