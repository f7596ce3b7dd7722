import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Primeros pasos',
  lead: 'En pocos minutos su mostrador está atendiendo.',
  later: 'Hacerlo después',
  finish: 'Ir a las atenciones',
  allDone: 'Todo listo',
  progress: '{{done}} de {{all}} hechos',
  numberTitle: 'Conecte un número de WhatsApp',
  numberText: 'Por la API oficial de Meta. Necesitará cuatro datos de su aplicación.',
  numberDone: 'Número conectado',
  connect: 'Conectar un número',
  another: 'Conectar otro número',
  try: '¿Solo quiere verlo funcionar?',
  tryText: 'El teléfono de demostración hace de cliente: escriba en él y responda aquí.',
  tryButton: 'Abrir el teléfono de demostración',
  peopleTitle: 'Invite a su equipo',
  peopleText: 'Cada persona entra con su cuenta y ve solo lo que necesita.',
  peopleButton: 'Invitar personas',
  placesTitle: 'Cree los sectores',
  placesText: 'Ventas, soporte, finanzas: cada atención va a quien sabe responder.',
  placesButton: 'Crear sectores',
  safeTitle: 'Proteja su cuenta',
  safeText: 'Active la verificación en dos pasos. Toma un minuto.',
  safeButton: 'Activar ahora',
  done: 'Hecho',
};
