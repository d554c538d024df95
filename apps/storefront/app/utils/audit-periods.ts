/** Keys of the periods that can be asked for: the quarters as given (newest first), the same since New Year, the years. */
export function periodChoices(quarters: readonly string[]): { kind: 'quarter' | 'toDate' | 'year'; keys: string[] }[] {
  return [
    { kind: 'quarter', keys: [...quarters] },
    // The first quarter since New Year is the quarter itself.
    { kind: 'toDate', keys: quarters.filter((key) => !key.endsWith('Q1')).map((key) => `${key}-YTD`) },
    { kind: 'year', keys: [...new Set(quarters.map((key) => key.slice(0, 4)))] },
  ];
}
