/** SQL of the last day of the closure a `seller` (jsonb column of a listing) is in on day `today`; null while it sells. */
export function closedUntilSql(seller: string, today: string): string {
  return `case when ${today}::date between (${seller} ->> 'closedFrom')::date and (${seller} ->> 'closedUntil')::date then ${seller} ->> 'closedUntil' end`;
}
