/** SQL condition under which a row of `order_line_lot` (alias `held`) tells where its line's goods come from: as packed, else as allotted. */
export const HELD_COUNTS = `(held.source = 'packed' or not exists
              (select from orders.order_line_lot packed where packed.order_line_id = held.order_line_id and packed.source = 'packed'))`;
