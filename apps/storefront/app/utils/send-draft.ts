import type { DeskProduct } from '~/types/desk';
import type { ProductDraft } from '~/types/draft';
import { readAnswers } from './draft-answers';
import { photoForm } from './photo-form';

type Api = <T>(path: string, call?: { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; body?: unknown }) => Promise<T>;

/** A product that is whole; when the server still wants something, it stays a draft there and its page says what. */
const NOT_READY = 'product.not-ready';

/**
 * Gives the server a finished draft: texts, picture, on sale. Each step may be done again without doing it twice, so that a draft whose
 * sending broke off anywhere is simply sent again from the start.
 *
 * @returns the product as the server has it; throws what `api` throws
 */
export async function sendDraft(api: Api, draft: ProductDraft): Promise<DeskProduct> {
  const own = `/household/products/${draft.id}`;
  const known = draft.tried ? await api<DeskProduct>(own).catch(unlessMissing) : null;
  // Its last answer got lost on the way. What was changed on the server since then must not be undone.
  if (known && (known.state !== 'draft' || known.publishWhenApproved)) return known;
  if (draft.copyOf) await api(`/products/${draft.copyOf.id}/copy`, { method: 'POST', body: { id: draft.id } });
  const product = await api<DeskProduct>(`/products/${draft.id}`, { method: 'PUT', body: bodyOf(draft) });
  if (draft.photo) await givePhoto(api, product, draft.photo);
  return api<DeskProduct>(`/products/${draft.id}/publication`, { method: 'POST' }).catch((failure: unknown) => {
    if (codeOf(failure) !== NOT_READY) throw failure;
    return api<DeskProduct>(own);
  });
}

function bodyOf({ householdId, fields }: ProductDraft) {
  const { name, setCode, content, priceVnd, stock } = readAnswers(fields);
  return {
    householdId,
    name,
    setCode,
    pack: { netContentValue: content?.value, netContentUnit: content?.unit, priceVnd, stock },
  };
}

/** A new photo takes the place of the pictures a copy brought along. The same photo given again changes nothing. */
async function givePhoto(api: Api, product: DeskProduct, photo: Blob): Promise<void> {
  const given = await api<{ id: string }>(`/products/${product.id}/images`, { method: 'POST', body: photoForm(photo) });
  for (const { id } of product.images) if (id !== given.id) await api(`/images/${id}`, { method: 'DELETE' });
}

function unlessMissing(failure: unknown): null {
  if ((failure as { status?: number }).status === 404) return null;
  throw failure;
}

function codeOf(failure: unknown): string | undefined {
  return (failure as { data?: { code?: string } }).data?.code;
}
