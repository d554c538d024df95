import type { Listed } from '~/types/api';
import type { DeskProduct } from '~/types/desk';
import type { DraftFields, ProductDraft } from '~/types/draft';

const EMPTY: DraftFields = { name: '', setCode: '', price: '', content: '', unit: '', stock: '' };

/** Begins drafts: empty ones, and copies of what the household sells already. */
export function useNewDraft() {
  const { me } = useShell();
  const { id: household } = useOwnHousehold();
  const { drafts, sent } = useOutbox();
  const api = useApi();

  /** Null while nobody is known: without a network, on a device where nobody signed in before. */
  function empty(): ProductDraft | null {
    if (!me.value || !household.value) return null;
    return {
      id: newUuid(),
      accountId: me.value.id,
      householdId: household.value,
      copyOf: null,
      fields: { ...EMPTY },
      photo: null,
      state: 'open',
      tried: false,
      problem: null,
      createdAt: Date.now(),
    };
  }

  /** The same goods once more, to be changed where they differ; null where the product is not known here. */
  async function copyOf(productId: string): Promise<ProductDraft | null> {
    const draft = empty();
    const known = drafts.value.find(({ id }) => id === productId);
    if (draft && known) {
      const pictureUrl = sent.value[productId]?.image?.url ?? null;
      return { ...draft, copyOf: { id: productId, pictureUrl }, photo: pictureUrl ? null : known.photo, fields: { ...known.fields } };
    }
    const product = draft && (await find(productId));
    if (!draft || !product) return null;
    return { ...draft, copyOf: { id: productId, pictureUrl: product.image?.url ?? null }, fields: fieldsOf(product) };
  }

  async function find(productId: string): Promise<DeskProduct | undefined> {
    try {
      return await api<DeskProduct>(`/household/products/${productId}`);
    } catch {
      // Without a network the list that was seen last may still have it.
      const list = await api<Listed<DeskProduct>>('/household/products', { query: { household: household.value, limit: 24 } }).catch(
        () => null,
      );
      return list?.data.find(({ id }) => id === productId);
    }
  }

  return { empty, copyOf };
}

function fieldsOf({ name, setCode, pack }: DeskProduct): DraftFields {
  return {
    name,
    setCode,
    price: pack.priceVnd === null ? '' : new Intl.NumberFormat('vi-VN').format(pack.priceVnd),
    content: pack.netContentValue === null ? '' : String(pack.netContentValue).replace('.', ','),
    unit: pack.netContentUnit ?? '',
    stock: pack.onHand ? String(pack.onHand) : '',
  };
}
