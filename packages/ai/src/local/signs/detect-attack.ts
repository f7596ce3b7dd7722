export interface AttackSigns {
  readonly attack: boolean;
  /** 0 to 1. */
  readonly score: number;
  /** Names of what was found: for the log, which never has the text itself. */
  readonly signs: readonly string[];
}

export function detectAttack(text: string): AttackSigns {
  const found = /ignor[ae]r? (?:todas )?(?:as )?(?:suas )?instru|ignore (?:all )?(?:previous|your) instructions/i.test(
    text,
  );
  return { attack: found, score: found ? 1 : 0, signs: found ? ['override'] : [] };
}
