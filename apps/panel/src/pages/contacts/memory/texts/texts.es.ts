import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Lo que el bot recuerda',
  lead: 'Se usa solo para responder a esta persona. Puede pedir verlo y borrarlo.',
  nothing: 'El bot no recuerda nada de esta persona.',
  eraseAll: 'Olvidar todo',
  eraseQuestion:
    'El bot olvida lo que recuerda y deja de usar la ficha y las atenciones anteriores de esta persona. No se puede deshacer.',
  eraseOne: 'Olvidar “{{text}}”',
  erased: 'El bot lo olvidó.',
  kind_name: 'Nombre',
  kind_preference: 'Preferencia',
  kind_field: 'Campo',
  kind_fact: 'Contó',
  kind_summary: 'Atención',
};
