import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Iniciar sesión',
  lead: 'Qué bueno verle por aquí.',
  email: 'Correo electrónico',
  password: 'Contraseña',
  submit: 'Iniciar sesión',
  forgot: 'Olvidé mi contraseña',
  or: 'o',
  passkey: 'Entrar con llave de acceso',
  oidc: 'Entrar con {{name}}',
  oidcProblem: 'No se pudo entrar por ahí. Inténtelo de nuevo o use su contraseña.',
  passkeyProblem: 'La llave de acceso no se usó. Inténtelo de nuevo o entre con la contraseña.',
  codeTitle: 'Confirme que es usted',
  codeLead: 'Escriba el código de 6 números de su aplicación de autenticación.',
  code: 'Código de 6 números',
  confirm: 'Confirmar',
  useBackup: 'Usar un código de respaldo',
  useApp: 'Usar el código de la aplicación',
  backupLead: 'Escriba uno de los códigos que guardó. Cada uno vale una vez.',
  backup: 'Código de respaldo',
  startOver: 'Volver',
  forgotTitle: 'Contraseña nueva',
  forgotLead: 'Díganos su correo y enviamos un enlace para elegir otra contraseña.',
  forgotSend: 'Enviar enlace',
  forgotSent: 'Si este correo tiene cuenta aquí, el enlace llega en un momento. Vale por poco tiempo.',
  noMail: 'Este Balcão no envía correos. Pida a quien administra la empresa un enlace para elegir otra contraseña.',
  noOwner: 'Casi listo',
  noOwnerLead:
    'Este Balcão todavía no tiene propietario. Abra el enlace de primer acceso que apareció donde se inició el programa.',
};
