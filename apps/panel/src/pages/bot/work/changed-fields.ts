type Groups = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Of the subjects, the fields that differ; undefined: none. */
export function changedFields<All extends object, Subject extends keyof All>(
  saved: All,
  now: All,
  subjects: readonly Subject[],
): { readonly [S in Subject]?: Partial<All[S]> } | undefined {
  const out: Record<string, Record<string, unknown>> = {};
  for (const subject of subjects as readonly string[]) {
    const was = (saved as Groups)[subject] ?? {}; // settings are subjects of fields
    for (const [field, value] of Object.entries((now as Groups)[subject] ?? {}))
      if (JSON.stringify(value) !== JSON.stringify(was[field])) (out[subject] ??= {})[field] = value;
  }
  return Object.keys(out).length === 0 ? undefined : (out as { [S in Subject]?: Partial<All[S]> }); // built from these very fields
}
