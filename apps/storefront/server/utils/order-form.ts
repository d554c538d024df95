/** Where a form about an order leads: its API below the order with the key of its link, and the page it stood on. */
export function orderForm(field: (name: string) => string, back: (fallback: string) => string) {
  const number = encodeURIComponent(field('number'));
  const query = new URLSearchParams(field('key') ? { key: field('key') } : {});
  return {
    api: (path: string, more: Record<string, string> = {}) => {
      const all = new URLSearchParams([...query, ...Object.entries(more)]).toString();
      return `/orders/${number}/${path}${all ? `?${all}` : ''}`;
    },
    order: `/don-hang/${number}${query.size ? `?${query}` : ''}`,
    page: back(`/don-hang/${number}`),
  };
}
