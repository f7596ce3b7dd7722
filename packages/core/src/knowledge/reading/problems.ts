import type { Language } from '@balcao/contract';

/** Why a document or page could not be read, for people. */
export const readingSentences = {
  wrong_kind: {
    'pt-BR': 'Não conhecemos este tipo de arquivo. Envie em PDF, DOCX, HTML, Markdown ou texto.',
    en: 'We do not know this kind of file. Send it as PDF, DOCX, HTML, Markdown or text.',
    es: 'No conocemos este tipo de archivo. Envíelo en PDF, DOCX, HTML, Markdown o texto.',
  },
  old_word: {
    'pt-BR': 'Este é um arquivo do Word antigo (.doc). Abra-o e salve como DOCX ou PDF.',
    en: 'This is a file of an old Word (.doc). Open it and save it as DOCX or PDF.',
    es: 'Este es un archivo de un Word antiguo (.doc). Ábralo y guárdelo como DOCX o PDF.',
  },
  damaged: {
    'pt-BR': 'O arquivo está danificado ou incompleto. Abra-o no computador, salve de novo e envie outra vez.',
    en: 'The file is damaged or incomplete. Open it on a computer, save it again and send it once more.',
    es: 'El archivo está dañado o incompleto. Ábralo en una computadora, guárdelo de nuevo y envíelo otra vez.',
  },
  locked: {
    'pt-BR': 'O arquivo está protegido por senha. Salve uma cópia sem senha e envie de novo.',
    en: 'The file is protected by a password. Save a copy without one and send it again.',
    es: 'El archivo está protegido con contraseña. Guarde una copia sin contraseña y envíelo de nuevo.',
  },
  no_text: {
    'pt-BR':
      'Não há texto no arquivo: parece digitalizado (só imagens). Envie uma versão com texto que se possa selecionar.',
    en: 'There is no text in the file: it seems scanned (images only). Send a version whose text can be selected.',
    es: 'No hay texto en el archivo: parece escaneado (solo imágenes). Envíe una versión con texto que se pueda seleccionar.',
  },
  too_many_pages: {
    'pt-BR': 'O documento tem páginas demais (o limite é 1.000). Divida-o em partes.',
    en: 'The document has too many pages (1,000 at most). Split it into parts.',
    es: 'El documento tiene demasiadas páginas (el límite es 1.000). Divídalo en partes.',
  },
  too_long: {
    'pt-BR': 'O texto é longo demais para um só documento. Divida-o em partes.',
    en: 'The text is too long for one document. Split it into parts.',
    es: 'El texto es demasiado largo para un solo documento. Divídalo en partes.',
  },
  too_heavy: {
    'pt-BR':
      'O arquivo exige tempo ou memória demais para ser lido. Salve uma versão mais simples ou divida-o em partes.',
    en: 'Reading the file takes too much time or memory. Save a simpler version or split it into parts.',
    es: 'Leer el archivo exige demasiado tiempo o memoria. Guarde una versión más simple o divídalo en partes.',
  },
  file_gone: {
    'pt-BR': 'O arquivo enviado não está mais guardado. Envie-o de novo.',
    en: 'The file that was sent is not kept any more. Send it again.',
    es: 'El archivo enviado ya no está guardado. Envíelo de nuevo.',
  },
  no_room: {
    'pt-BR': 'A base de conhecimento está cheia. Arquive o que não se usa mais e leia de novo.',
    en: 'The knowledge is full. Archive what is not used any more and read it again.',
    es: 'La base de conocimiento está llena. Archive lo que ya no se usa y léalo de nuevo.',
  },
  storage: {
    'pt-BR': 'O arquivo não pôde ser aberto onde está guardado. Tente ler de novo mais tarde.',
    en: 'The file could not be opened where it is kept. Try to read it again later.',
    es: 'El archivo no se pudo abrir donde está guardado. Intente leerlo de nuevo más tarde.',
  },
  page_missing: {
    'pt-BR': 'A página não existe (o site respondeu que não a encontrou). Confira o endereço.',
    en: 'The page does not exist (the site says that it was not found). Check the address.',
    es: 'La página no existe (el sitio respondió que no la encontró). Revise la dirección.',
  },
  page_closed: {
    'pt-BR': 'O site não deixa ler esta página sem entrar com senha.',
    en: 'The site does not let this page be read without signing in.',
    es: 'El sitio no deja leer esta página sin iniciar sesión.',
  },
  page_forbidden: {
    'pt-BR': 'O site pede que robôs não leiam esta página (robots.txt). Copie o texto para um artigo.',
    en: 'The site asks robots not to read this page (robots.txt). Copy its text into an article.',
    es: 'El sitio pide que los robots no lean esta página (robots.txt). Copie el texto en un artículo.',
  },
  page_failed: {
    'pt-BR': 'O site respondeu com erro. Tente ler de novo mais tarde.',
    en: 'The site answered with an error. Try to read it again later.',
    es: 'El sitio respondió con un error. Intente leerla de nuevo más tarde.',
  },
  page_slow: {
    'pt-BR': 'O site demorou demais para responder. Tente ler de novo mais tarde.',
    en: 'The site took too long to answer. Try to read it again later.',
    es: 'El sitio tardó demasiado en responder. Intente leerla de nuevo más tarde.',
  },
  page_unreachable: {
    'pt-BR': 'Não foi possível chegar ao site. Confira o endereço.',
    en: 'The site could not be reached. Check the address.',
    es: 'No fue posible llegar al sitio. Revise la dirección.',
  },
  page_inside: {
    'pt-BR': 'Este endereço não é público: por segurança, só lemos páginas da internet.',
    en: 'This address is not public: to be safe, only pages of the internet are read.',
    es: 'Esta dirección no es pública: por seguridad, solo leemos páginas de internet.',
  },
  page_too_large: {
    'pt-BR': 'A página é grande demais (o limite é 3 MB).',
    en: 'The page is too large (3 MB at most).',
    es: 'La página es demasiado grande (el límite es 3 MB).',
  },
  page_other: {
    'pt-BR': 'O endereço não é de uma página de texto. Se for um arquivo, baixe-o e envie como documento.',
    en: 'The address is not one of a page of text. If it is a file, download it and send it as a document.',
    es: 'La dirección no es de una página de texto. Si es un archivo, descárguelo y envíelo como documento.',
  },
  page_empty: {
    'pt-BR': 'Não há texto na página que se possa ler sem um navegador. Copie o texto para um artigo.',
    en: 'There is no text on the page that can be read without a browser. Copy it into an article.',
    es: 'No hay texto en la página que se pueda leer sin un navegador. Copie el texto en un artículo.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type ReadingProblem = keyof typeof readingSentences;

/** What was to be read cannot be: trying again by itself would not help. */
export class Unreadable extends Error {
  readonly problem: ReadingProblem;
  constructor(problem: ReadingProblem) {
    super(problem);
    this.name = 'Unreadable';
    this.problem = problem;
  }
}
