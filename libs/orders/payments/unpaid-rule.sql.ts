/** The rule for unpaid orders in force on the local day of `placedAt`, an SQL expression, as the relation `rule`. */
export function unpaidRuleAt(placedAt: string): string {
  return `lateral (select remind_after_hours, cancel_after_hours from orders.unpaid_rule
     where valid_from <= (${placedAt} at time zone 'Asia/Ho_Chi_Minh')::date
       and (valid_to is null or valid_to >= (${placedAt} at time zone 'Asia/Ho_Chi_Minh')::date)
     order by valid_from desc limit 1) rule`;
}
