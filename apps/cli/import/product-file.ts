import { COLUMNS, type Column } from './columns.rules.js';
import { readListFile, type ListFile } from './list-file.js';

/** A product list as it lies in its file. */
export type ProductFile = ListFile<Column>;

/** Reads a whole product list and checks its form. Throws `Failure` when it cannot be taken: nothing of it is then imported. */
export function readProductFile(path: string): Promise<ProductFile> {
  return readListFile(path, { columns: COLUMNS, named: 'product_name' });
}
