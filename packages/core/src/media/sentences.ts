/** Why a file is not there, for people. `{limit}` is in megabytes. */
export const mediaSentences = {
  too_large: {
    'pt-BR': 'O arquivo é maior que o limite de {limit} MB e não foi guardado.',
    en: 'The file is larger than the limit of {limit} MB and was not kept.',
    es: 'El archivo supera el límite de {limit} MB y no se guardó.',
  },
  expired: {
    'pt-BR':
      'O arquivo não pôde ser baixado nos sete dias em que o WhatsApp o guarda. Peça ao cliente que envie de novo.',
    en: 'The file could not be downloaded in the seven days WhatsApp keeps it. Ask the customer to send it again.',
    es: 'El archivo no se pudo descargar en los siete días en que WhatsApp lo guarda. Pida al cliente que lo envíe de nuevo.',
  },
  gone: {
    'pt-BR': 'O WhatsApp não tem mais este arquivo. Peça ao cliente que envie de novo.',
    en: 'WhatsApp no longer has this file. Ask the customer to send it again.',
    es: 'WhatsApp ya no tiene este archivo. Pida al cliente que lo envíe de nuevo.',
  },
  incomplete: {
    'pt-BR': 'O arquivo chegou incompleto várias vezes. Estamos tentando de novo.',
    en: 'The file came incomplete several times. We keep trying.',
    es: 'El archivo llegó incompleto varias veces. Seguimos intentando.',
  },
  unreachable: {
    'pt-BR': 'O arquivo ainda não pôde ser baixado do WhatsApp. Estamos tentando de novo.',
    en: 'The file could not be downloaded from WhatsApp yet. We keep trying.',
    es: 'El archivo todavía no se pudo descargar de WhatsApp. Seguimos intentando.',
  },
  storage: {
    'pt-BR': 'O arquivo chegou, mas não há onde guardá-lo: verifique o espaço em disco ou o armazenamento.',
    en: 'The file came, but there is nowhere to keep it: check the disk space or the storage.',
    es: 'El archivo llegó, pero no hay dónde guardarlo: revise el espacio en disco o el almacenamiento.',
  },
} as const;

export type MediaReason = keyof typeof mediaSentences;
