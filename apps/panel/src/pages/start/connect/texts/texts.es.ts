import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Conectar un número de WhatsApp',
  where: 'Dónde lo encuentro: developers.facebook.com → Mis apps → su app → WhatsApp → Configuración de la API.',
  token: 'Token de acceso',
  tokenHint: 'De un usuario del sistema, para que no venza. Empieza con EAA…',
  phone: 'Identificador del número de teléfono',
  phoneHint: 'Solo números. No es el teléfono en sí.',
  waba: 'Identificador de la cuenta de WhatsApp Business',
  secret: 'Clave secreta de la app',
  secretHint: 'En Configuración de la app → Básica.',
  testing: 'Verificando con Meta…',
  digits: 'Use solo números.',
  name: 'Cómo llama el equipo a este número',
  nameHint: 'Por ejemplo: Ventas',
  connect: 'Conectar',
  back: 'Volver',
  webhookTitle: 'Último paso: dígale a Meta dónde entregar los mensajes',
  webhookText:
    'En su app, en WhatsApp → Configuración → Webhook, pegue estos dos valores, pulse “Verificar y guardar” y suscriba el campo “messages”.',
  url: 'URL de devolución de llamada',
  verify: 'Token de verificación',
  waiting: 'Esperando el primer mensaje… Envíe un “hola” desde su teléfono a este número.',
  arrived: '¡Llegó! Este número ya se atiende aquí.',
  finish: 'Terminar',
  notHttps:
    'Meta solo entrega en una dirección pública con https. Esta parece ser solo de esta máquina: ajuste PUBLIC_URL antes.',
};
