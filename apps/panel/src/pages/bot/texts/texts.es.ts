import type { TextsLike } from '../../../text/index.ts';
import type { pt } from './texts.pt.ts';

export const es: TextsLike<typeof pt> = {
  title: 'Bot',
  all: 'Todo del bot',
  groupWatch: 'Seguir',
  groupKnows: 'Lo que sabe',
  groupActs: 'Cómo actúa',
  sectionNumbers: 'Números',
  sectionQuestions: 'Preguntas sin respuesta',
  sectionConsole: 'Probar',
  sectionKnowledge: 'Conocimiento',
  sectionIntents: 'Intenciones',
  sectionWork: 'Cómo trabaja el bot',
  sectionPrompts: 'Instrucciones',
  sectionFlows: 'Guiones',
  sectionTools: 'Herramientas',
  sectionModels: 'Modelos',
};
