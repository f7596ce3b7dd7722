import type { SensitiveSubject } from '@balcao/contract';

const kin =
  '(?:pai|mae|filh[oa]|irm[ao]|irma|av[o]|marido|espos[oa]|mulher|companheir[oa]|tio|tia|prim[oa]|titular|bebe|amig[oa]|sogr[oa])';

/** Words of each subject, as `normalise` leaves them. Narrow on purpose: who only asks for a remedy's price is not in need. */
export const subjectSigns: Readonly<Record<SensitiveSubject, RegExp>> = {
  self_harm:
    / (?:suicid\w*|me matar|tirar a? ?minha (?:propria )?vida|acabar com a? ?minha vida|nao (?:quero|aguento|aguent\w+) mais viver|quero morrer|vontade de morrer|me (?:cortar|mutilar|machucar)|automutil\w*) /,
  violence:
    / (?:fui (?:agredid\w*|ameacad\w*|assaltad\w* (?:ai|na loja)|estuprad\w*|assediad\w*)|me (?:agrediu|bateu|ameacou|assediou|empurrou)|vou (?:te|voces?|matar|quebrar a cara|meter a porrada)(?: matar| pegar| quebrar)|violencia|estupr\w*|assedio|maria da penha|ameaca de morte) /,
  health:
    / (?:passei (?:muito )?mal|passando mal|(?:fui|foi|fomos|parar|parei|internad\w*) (?:parar )?(?:no|ao|em|na|de) ?(?:hospital|pronto socorro|upa|uti|emergencia)|intoxic\w*|reacao alergica|alergi\w* (?:grave|forte)|choque anafilatico|efeitos? colaterais|overdose|quantos? (?:comprimidos?|gotas|mg)|que dose|dosagem|sintomas?|me queimei|queimadura|me feri|machucou (?:meu|minha|me)|engoliu|samu) /,
  minors:
    / (?:(?:sou|e|uma?) menor de idade|conselho tutelar|abuso (?:infantil|sexual|de menor)|pedofil\w*|pornografia infantil) /,
  legal:
    / (?:process(?:ar|o|arei|amos|inho) (?:voces|a empresa|a loja|judicial\w*|contra)|vou processar|procon|advogad[oa]s?|(?:na|a|pela) justica|acao judicial|juizado|pequenas causas|danos morais|intimacao|notificacao extrajudicial|delegacia|boletim de ocorrencia|ministerio publico|reclame aqui) /,
  fraud:
    / (?:golpe|golpista|fraude|fraudul\w*|estelionato|clonad[oa]|clonaram|(?:cai|fui vitima) (?:em|de|num) (?:um )?golpe|compra que (?:eu )?nao (?:fiz|reconheco)|nao reconheco (?:ess[ae]|est[ae]|a|o|uma?) (?:compra|cobranca|debito|pagamento)|cobranca que (?:eu )?nao (?:fiz|reconheco)|roubaram (?:meu|minha)) /,
  discrimination:
    / (?:racis(?:mo|ta)|fui discriminad\w*|discriminacao|homofobi\w*|transfobi\w*|xenofobi\w*|preconceit\w*|machis(?:mo|ta)|capacitis\w*|intolerancia religiosa|injuria racial) /,
  bereavement: new RegExp(
    ` (?:falec(?:eu|ido|ida|imento)|obito|certidao de obito|velorio|luto|(?:meu|minha|nosso|nossa|o|a) ${kin}(?: \\w+){0,2} morreu|morreu (?:meu|minha|o|a) ${kin}) `,
  ),
  personal_data:
    / (?:lgpd|vaz(?:ou|aram|amento)(?: \w+){0,3} dados|(?:meus )?dados(?: \w+){0,3} vaz(?:ou|aram|ados)|encarregad[oa] de dados|dpo|anpd|venderam (?:os )?meus dados|quem (?:te|lhe|voces)? ?(?:deu|passou) (?:o )?meu (?:numero|telefone|contato)) /,
};
