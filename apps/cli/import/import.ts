import { wrongUse } from '../failure.js';
import { importPlaces } from './import-places.js';
import { importProducts } from './import-products.js';
import { importRegister } from './import-register.js';

const LISTS: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  products: importProducts,
  places: importPlaces,
  register: importRegister,
};

/** `npm run cli -- import products FILE.csv`, `import places FILE.csv` or `import register FILE.csv` */
export async function run([list = '', ...args]: string[]): Promise<void> {
  const bring = Object.hasOwn(LISTS, list) ? LISTS[list] : undefined;
  const known = Object.keys(LISTS).join(' | ');
  if (!bring) throw wrongUse(`Không nhập được "${list}"; nhập được: ${known}`, `Cannot import "${list}"; lists: ${known}`);
  await bring(args);
}
