/** A passage. Turns count from 1, offsets are Unicode code points in a turn's text, end exclusive, `end` in `end_turn`. */
export interface At {
  readonly turn: number;
  readonly start: number;
  readonly end_turn?: number;
  readonly end: number;
}

/** As a person may write it: the whole turn where start and end are missing. */
export interface LooseAt {
  readonly turn: number;
  readonly start?: number | undefined;
  readonly end_turn?: number | undefined;
  readonly end?: number | undefined;
}
