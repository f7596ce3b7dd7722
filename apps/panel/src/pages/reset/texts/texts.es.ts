import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Elija una contraseña nueva',
  lead: 'Se cerrará la sesión en todos los equipos y entrará de nuevo con ella.',
  password: 'Contraseña nueva',
  submit: 'Guardar contraseña',
  doneTitle: 'Contraseña cambiada',
  doneLead: 'Ahora inicie sesión con la contraseña nueva.',
  toSignIn: 'Ir al inicio de sesión',
};
