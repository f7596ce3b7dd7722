import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Bienvenido a Balcão',
  lead: 'Cree la primera cuenta. Es la propietaria de la empresa e invita a las demás personas.',
  name: 'Su nombre',
  email: 'Correo electrónico',
  password: 'Contraseña',
  company: 'Nombre de la empresa',
  language: 'Idioma',
  submit: 'Crear y entrar',
  overTitle: 'Este enlace ya no vale',
  overLead:
    'Ya se usó o venció. Si la cuenta ya existe, solo inicie sesión; si no, reinicie Balcão para recibir otro enlace.',
  toSignIn: 'Ir al inicio de sesión',
};
