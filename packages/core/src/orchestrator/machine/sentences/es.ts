import type { Sentences } from './types.ts';

export const es: Sentences = {
  greet: ({ name, who }) =>
    `${name === '' ? '¡Hola!' : `¡Hola, ${name}!`} ${who === '' ? '' : `Soy ${who}. `}¿En qué puedo ayudarte?`,
  welcome: () => '¡De nada! Si necesitas algo más, escríbeme.',
  goodbye: () => '¡Hasta luego! Si necesitas algo, escríbeme.',
  fine: () => 'Está bien. Si necesitas algo, escríbeme.',
  askWhat: () => 'Claro. Cuéntame: ¿en qué puedo ayudarte?',
  askForWords: ({ kind }) =>
    kind === 'audio'
      ? 'Todavía no puedo escuchar audios aquí. ¿Puedes escribir lo que necesitas?'
      : '¡Recibido, gracias! ¿Puedes decirme en pocas palabras qué necesitas?',
  offerPerson: () => 'Esto prefiero confirmarlo con una persona. ¿Quieres que llame a alguien del equipo?',
  error: () =>
    'Perdón, tuve un problema y no pude responder. Puedes preguntar de nuevo, ¿o prefieres que llame a una persona?',
  timeout: () =>
    'Perdón, la respuesta está tardando más de lo debido. ¿Quieres preguntar de nuevo en un momento o prefieres hablar con una persona?',
  notDone: () => 'Está bien, no hice nada. ¿Puedo ayudarte con otra cosa?',
  late: () => 'Perdón, tu mensaje me llegó recién ahora. ¿Todavía necesitas ayuda con esto?',
  optedOut: () => 'Listo, ya no recibirás mensajes promocionales. Si necesitas atención, escribe por aquí.',
  askErase: () => '¿Quieres de verdad que borre todo lo que recuerdo de ti?',
  erased: () => 'Listo, borré lo que recordaba de ti.',
  nudge: () => '¿Sigues ahí? Si necesitas algo, escríbeme.',
  idleClose: () => 'Como no tuve respuesta, cierro por ahora. Si nos necesitas, escribe de nuevo.',
  askRating: () => '¿Cómo fue la atención? Tu nota nos ayuda a mejorar.',
  rateButton: () => 'Dar una nota',
  scores: () => ['1 – Muy mala', '2 – Mala', '3 – Regular', '4 – Buena', '5 – Muy buena'],
  thankRating: ({ score }) =>
    score >= 4 ? '¡Qué bueno! Gracias por tu nota.' : 'Gracias por decirlo. Vamos a mejorar.',
  yes: () => 'Sí',
  no: () => 'No',
  person: () => 'Hablar con alguien',
  again: () => 'Sigamos donde quedamos:',
  before: {
    request: '¡Claro!',
    low_confidence: 'Esto prefiero confirmarlo con una persona.',
    anger: 'Lamento mucho lo ocurrido. Se lo paso a alguien que puede resolverlo.',
    sensitive: 'Esto es importante y merece la atención de una persona.',
    failures: 'No estoy ayudando como debería.',
    rule: '',
    loop: '',
    hops: 'Te dejo con nuestro equipo.',
    late: 'Perdón por la demora.',
    error: 'Tuve un problema y no pude responder.',
  },
  open: ({ due }) =>
    due === ''
      ? 'Ya llamé a una persona del equipo; te responde por aquí, por orden de llegada.'
      : `Ya llamé a una persona del equipo; te responde por aquí antes de las ${due}.`,
  shut: ({ opens }) =>
    opens === ''
      ? 'Nuestro equipo no está atendiendo ahora, pero tu mensaje quedó en la fila y alguien responde por aquí.'
      : `Nuestro equipo no está atendiendo ahora, pero tu mensaje quedó en la fila: alguien responde por aquí ${opens}.`,
  today: (time) => `hoy a las ${time}`,
  tomorrow: (time) => `mañana a las ${time}`,
  onDay: (day, time) => `${day} a las ${time}`,
};
