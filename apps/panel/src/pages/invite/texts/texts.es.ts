import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Invitación de {{company}}',
  lead: '{{who}} le invitó a atender en equipo.',
  leadNobody: 'Le invitaron a atender en equipo.',
  email: 'Correo electrónico',
  name: 'Su nombre',
  password: 'Elija una contraseña',
  submit: 'Aceptar y entrar',
  known: 'Ya tiene cuenta con {{email}}. Inicie sesión con ella para aceptar.',
  signIn: 'Iniciar sesión para aceptar',
  accept: 'Aceptar la invitación',
  overTitle: 'Esta invitación ya no vale',
  overLead: 'Ya se usó, venció o se canceló. Pida otra a quien le invitó.',
};
