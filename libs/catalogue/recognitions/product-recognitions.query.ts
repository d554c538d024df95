import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@choxa/platform';
import { RECOGNITION_JSON, SHOWN_FIRST } from '../products/product-page.sql.js';
import type { RecognitionViewDto } from './recognition.dto.js';

/** A recognition as pages show it. */
export type RecognitionView = RecognitionViewDto;

/** The recognition each product's pages speak of. */
@Injectable()
export class ProductRecognitions {
  /** By product id; products without any are left out. `today`: `YYYY-MM-DD`, local. */
  async byProductIds(tx: Tx, productIds: readonly string[], today: string): Promise<Map<string, RecognitionView>> {
    const rows = await sql<{ product_id: string; view: RecognitionView }>(
      tx,
      `select distinct on (product_id) product_id, ${RECOGNITION_JSON} as view
         from catalogue.recognition where product_id = any($1::uuid[]) and status <> 'revoked' order by product_id, ${SHOWN_FIRST}`,
      [[...productIds], today],
    );
    return new Map(rows.map((row) => [row.product_id, row.view]));
  }
}
