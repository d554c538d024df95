/** With fewer distinct buyers than this, figures could tell what one of them bought: values and single purchases are left out (domain.md §11). */
export const FEW = 5;

/** Whether something was bought by so few. */
export function boughtByFew(buyers: number): boolean {
  return buyers > 0 && buyers < FEW;
}
