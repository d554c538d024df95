import { parseTypedVnd, productSetsOfName } from '@choxa/standards';
import type { DraftFields } from '~/types/draft';
import { usualContents, type Content } from './usual-contents';

/** Goods for less are not sold: somebody typed 45 and meant 45 thousand. */
const LEAST_VND = 500;
const MOST_CONTENT = 1_000_000;

export type DraftFault = 'name' | 'set' | 'price' | 'priceTiny' | 'content' | 'stock';

export interface DraftAnswers {
  name: string;
  setCode: string;
  content: Content | null;
  /** Whole đồng; null while it cannot be read. */
  priceVnd: number | null;
  stock: number | null;
  faults: Partial<Record<keyof DraftFields, DraftFault>>;
}

/** Reads what was typed, with what the name tells where nothing was chosen, and names what is missing or cannot be read. */
export function readAnswers(fields: DraftFields): DraftAnswers {
  const name = fields.name.trim();
  const setCode = fields.setCode || productSetsOfName(name)[0] || '';
  const content = contentOf(fields, setCode);
  const price = parseTypedVnd(fields.price);
  const priceVnd = price.ok && price.amountVnd <= Number.MAX_SAFE_INTEGER ? Number(price.amountVnd) : null;
  const stock = /^\d{1,6}$/.test(fields.stock.trim()) ? Number(fields.stock) : null;
  const faults: DraftAnswers['faults'] = {
    ...(name.length < 2 && { name: 'name' }),
    ...(!setCode && { setCode: 'set' }),
    ...(priceVnd === null ? { price: 'price' } : priceVnd < LEAST_VND && { price: 'priceTiny' }),
    ...(!content && { content: 'content' }),
    ...(!stock && { stock: 'stock' }),
  };
  return { name, setCode, content, priceVnd, stock, faults };
}

function contentOf({ content, unit }: DraftFields, setCode: string): Content | null {
  if (!content.trim()) return usualContents(setCode)[0]!;
  const value = Number(content.trim().replace(',', '.'));
  return value > 0 && value <= MOST_CONTENT && unit ? { value, unit } : null;
}
