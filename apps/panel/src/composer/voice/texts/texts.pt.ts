export const pt = {
  cancel: 'Descartar a gravação',
  finish: 'Parar e ouvir',
  send: 'Enviar mensagem de voz',
  listen: 'Ouvir',
  pause: 'Pausar',
  asking: 'Permita o microfone no navegador…',
  letGo: 'Solte para parar',
  again: 'Tentar de novo',
  back: 'Voltar ao texto',
  refused:
    'O microfone está bloqueado para este site. Clique no cadeado ao lado do endereço, permita o microfone e tente de novo.',
  noMicrophone: 'Nenhum microfone foi encontrado. Ligue um e tente de novo.',
  busy: 'Outro programa está usando o microfone. Feche-o e tente de novo.',
  unsupported: 'Este navegador não grava áudio nesta página. Abra o painel por https em um navegador atual.',
  failed: 'A gravação não começou. Tente de novo.',
} as const;
