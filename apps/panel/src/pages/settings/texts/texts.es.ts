import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Configuración',
  sectionWorkspace: 'Empresa',
  sectionChannels: 'Canales',
  sectionPeople: 'Personas',
  sectionRoles: 'Roles',
  sectionPlaces: 'Sectores y filas',
  sectionTags: 'Etiquetas',
  sectionFields: 'Campos',
  sectionCanned: 'Respuestas rápidas',
  sectionMacros: 'Macros',
  sectionScheduled: 'Mensajes programados',
  sectionKeys: 'Claves de API',
  sectionLog: 'Registro de accesos',
  groupCompany: 'Empresa',
  groupTeam: 'Equipo',
  groupService: 'Atención',
  groupSafety: 'Seguridad e integraciones',
  all: 'Toda la configuración',
  saved: 'Guardado',
};
