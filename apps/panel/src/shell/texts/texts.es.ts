import type { TextsLike } from '../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  skip: 'Ir al contenido',
  inbox: 'Atenciones',
  contacts: 'Contactos',
  settings: 'Configuración',
  account: 'Mi cuenta',
  navigation: 'Navegación principal',
  reconnecting: 'Reconectando… Lo que ve puede estar desactualizado.',
  offline: 'Está sin conexión. En cuanto vuelva, todo se actualiza.',
  newVersion: 'Hay una versión nueva de Balcão.',
  reload: 'Recargar',
  notFound: 'Esta página no existe',
  notFoundText: 'La dirección puede haber cambiado o estar mal escrita.',
  toInbox: 'Ir a las atenciones',
  notAllowed: 'No tiene acceso a esta página',
  notAllowedText: 'Pida acceso a quien administra la empresa.',
  broken: 'Algo se rompió en esta página',
  brokenText: 'Lo demás sigue funcionando. Recargue para intentarlo de nuevo.',
};
