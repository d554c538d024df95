/**
 * Where a form about one line of an order leads: back to the order's reviews, and to the API.
 *
 * @param field reads `number`, `line` and `key` as the form sent them
 */
export function reviewedLine(field: (name: string) => string): { page: string; line: (rest: string) => string } {
  const [number, line] = [encodeURIComponent(field('number')), encodeURIComponent(field('line'))];
  const query = field('key') ? `?${new URLSearchParams({ key: field('key') })}` : '';
  return {
    page: `/don-hang/${number}/danh-gia${query}`,
    line: (rest) => `/orders/${number}/lines/${line}/review${rest}${query}`,
  };
}
