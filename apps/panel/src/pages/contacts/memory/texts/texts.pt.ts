export const pt = {
  title: 'O que o robô lembra',
  lead: 'Usado só para responder a esta pessoa. Ela pode pedir para ver e apagar.',
  nothing: 'O robô não lembra de nada desta pessoa.',
  eraseAll: 'Esquecer tudo',
  eraseQuestion:
    'O robô esquece o que lembra e deixa de usar a ficha e os atendimentos anteriores desta pessoa. Não dá para desfazer.',
  eraseOne: 'Esquecer “{{text}}”',
  erased: 'O robô esqueceu.',
  kind_name: 'Nome',
  kind_preference: 'Preferência',
  kind_field: 'Campo',
  kind_fact: 'Contou',
  kind_summary: 'Atendimento',
} as const;
