/** So many notes (or coins) of one value. */
export interface Notes {
  valueVnd: number;
  pieces: number;
}

/** Whether the notes make up the sum that was counted. */
export function makeUp(notes: readonly Notes[], countedVnd: number): boolean {
  return notes.reduce((sum, { valueVnd, pieces }) => sum + valueVnd * pieces, 0) === countedVnd;
}
