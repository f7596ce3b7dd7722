import type { TextsLike } from '../../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Roles',
  lead: 'Qué puede ver y hacer cada rol.',
  new: 'Nuevo rol',
  edit: 'Editar rol',
  ours: 'Roles de la empresa',
  base: 'Roles que toda empresa tiene',
  none: 'Ninguno todavía. Cree uno cuando los otros no sirvan.',
  members_one: '{{count}} persona',
  members_other: '{{count}} personas',
  permissions_one: '{{count}} permiso',
  permissions_other: '{{count}} permisos',
  name: 'Nombre del rol',
  may: 'Quien tiene este rol puede',
  see: 'Ver permisos',
  delete: 'Eliminar rol',
  deleteText: 'Solo es posible cuando nadie tiene este rol.',
  lacking: 'Solo puede dar permisos que usted mismo tiene.',
};
