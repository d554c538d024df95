import { defineEvent } from '@choxa/platform';

export interface ProductSheetAdvancedV1 {
  sheetId: string;
}

/** A product sheet was accepted, or one more batch of its rows was written: the next batch is due. */
export const ProductSheetAdvanced = defineEvent<ProductSheetAdvancedV1>('catalogue.product-sheet-advanced.v1');
