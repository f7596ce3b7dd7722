/** Where something stands in the file; lines and columns begin with 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type ErrorKind =
  | 'yaml'
  | 'yaml_indent'
  | 'yaml_tab'
  | 'yaml_duplicate'
  | 'yaml_quote'
  | 'too_large'
  | 'not_mapping'
  | 'step_not_mapping'
  | 'step_without_kind'
  | 'step_of_two_kinds'
  | 'unknown_field'
  | 'missing_field'
  | 'wrong_type'
  | 'too_long'
  | 'too_few'
  | 'not_one_of'
  | 'wrong_value'
  | 'no_such_start'
  | 'no_such_step'
  | 'never_waits'
  | 'bad_expression'
  | 'unknown_name'
  | 'unknown_function'
  | 'wrong_arguments'
  | 'tries_without_way'
  | 'one_address'
  | 'not_https'
  | 'open_host'
  | 'name_taken';

export type WarningKind =
  | 'unreachable'
  | 'no_way_back'
  | 'no_person'
  | 'long_button'
  | 'long_row'
  | 'many_buttons'
  | 'many_rows'
  | 'same_label'
  | 'unread_template'
  | 'unset_variable'
  | 'may_go_round'
  | 'key_in_file';

/** One thing that is wrong, or that somebody should look at. `params` fill its sentence. */
export interface FlowProblem {
  readonly severity: 'error' | 'warning';
  readonly kind: ErrorKind | WarningKind;
  /** Of the file, as keys and indexes. */
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly place: Place;
}

/** As the rules find it, before its place is known. `on: 'key'` points at the last name of the path, else at its value. */
export interface Finding {
  readonly kind: FlowProblem['kind'];
  readonly path: readonly (string | number)[];
  readonly params?: FlowProblem['params'];
  readonly on?: 'key' | 'value';
  /** Characters inside a text, when the problem is only that part of it. */
  readonly part?: { readonly from: number; readonly to: number };
}

export type Path = readonly (string | number)[];
