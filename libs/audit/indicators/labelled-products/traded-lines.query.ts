import { decodeCursor, DEFAULT_LIMIT, pageOf, sql, type Page, type Tx } from '@choxa/platform';
import type { TradedLabelLevel } from '../../facts/traded-label.rules.js';
import type { Scope } from '../../scope/scope.js';
import { AFTER_TRADED, TRADED, tradedParams } from './labelled-products.query.js';

/** A traded line as an official sees it: the seller and the label, nothing of the buyer. */
export interface TradedLineRow {
  lineId: string;
  productId: string;
  productName: string;
  householdId: string;
  householdName: string;
  communeCode: string;
  communeName: string;
  provinceCode: string;
  provinceName: string;
  setCode: string;
  deliveredAt: Date;
  quantity: number;
  amountVnd: number;
  compliant: boolean;
  level: TradedLabelLevel;
  missing: string[];
  barcodeKind: 'gtin' | 'internal' | null;
  checkedByPerson: boolean;
}

export interface LinesWanted {
  compliant?: boolean | null;
  limit?: number;
  cursor?: string;
}

/** The lines indicator 12 counts, newest first; services are not among them. */
export async function listTradedLines<Item>(
  tx: Tx,
  scope: Scope,
  { compliant, limit = DEFAULT_LIMIT, cursor }: LinesWanted,
  map: (row: TradedLineRow) => Item,
): Promise<Page<Item>> {
  const [at, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
  const rows = await sql<TradedLineRow & { position: string }>(tx, STATEMENT, [
    ...tradedParams(scope),
    compliant ?? null,
    at,
    id,
    limit + 1,
  ]);
  return pageOf(rows, limit, (row) => [row.position, row.lineId], map);
}

const STATEMENT = `
select line_id as "lineId", product_id as "productId", product_name as "productName", household_id as "householdId",
  household_name as "householdName", commune_code as "communeCode", commune_name as "communeName", province_code as "provinceCode",
  province_name as "provinceName", set_code as "setCode", delivered_at as "deliveredAt", quantity, amount_vnd as "amountVnd", compliant,
  label ->> 'level' as level, label -> 'missing' as missing, barcode_kind as "barcodeKind", checked_by_person as "checkedByPerson",
  delivered_at::text as position
from audit.traded_line
where ${TRADED} and not service
  and ($${AFTER_TRADED}::boolean is null or compliant = $${AFTER_TRADED})
  and ($${AFTER_TRADED + 1}::timestamptz is null or (delivered_at, line_id) < ($${AFTER_TRADED + 1}::timestamptz, $${AFTER_TRADED + 2}::uuid))
order by delivered_at desc, line_id desc
limit $${AFTER_TRADED + 3}`;
