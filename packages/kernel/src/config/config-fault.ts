/** What is the matter with one variable, and what to do about it: "PORT" "must be …". */
export interface ConfigFault {
  readonly name: string;
  readonly sentence: string;
}
