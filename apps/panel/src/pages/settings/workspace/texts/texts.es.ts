import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  general: 'Datos de la empresa',
  name: 'Nombre de la empresa',
  language: 'Idioma de lo que dice el sistema',
  languageHint: 'Cada persona elige el suyo en “Mi cuenta”.',
  timeZone: 'Zona horaria',
  service: 'Cómo atendemos',
  reopenHours: 'Reabrir la misma atención por',
  reopenHint: 'Si el cliente vuelve en ese tiempo, la atención continúa; después se abre otra. Con 0, siempre otra.',
  hours: ' horas',
  visibility: 'Quién ve las atenciones de un sector',
  visibilityOwn: 'Solo las personas del sector',
  visibilityAll: 'Todo el equipo',
  reasons: 'Motivos al resolver',
  reasonsHint: 'Escriba un motivo y presione Enter.',
  requireReason: 'Exigir un motivo para resolver',
  botAfter: 'Una vez resuelta, el bot vuelve a responder',
  sign: 'Firmar los mensajes con el nombre de quien atiende',
};
