type Languages = { readonly 'pt-BR': string; readonly en: string; readonly es: string };

/** Why an occurrence was not sent, for people; what sending itself refuses has the sentences of its error codes. */
export const scheduledSentences = {
  not_open: {
    'pt-BR': 'Não foi enviada porque o atendimento já estava resolvido.',
    en: 'It was not sent because the ticket was resolved already.',
    es: 'No se envió porque la atención ya estaba resuelta.',
  },
  too_late: {
    'pt-BR': 'Não foi enviada porque o sistema esteve parado e já tinha passado muito do horário.',
    en: 'It was not sent because the system had been stopped and it was much too late.',
    es: 'No se envió porque el sistema estuvo detenido y ya había pasado mucho de la hora.',
  },
} as const satisfies Record<string, Languages>;
