import type { ProductDraft } from '~/types/draft';
import { sendDraft } from './send-draft';

const draft = (more: Partial<ProductDraft> = {}): ProductDraft => ({
  id: 'p1',
  accountId: 'a1',
  householdId: 'h1',
  copyOf: null,
  fields: { name: 'Cà phê', setCode: '', price: '45k', content: '', unit: '', stock: '5' },
  photo: null,
  state: 'waiting',
  tried: false,
  problem: null,
  createdAt: 1,
  ...more,
});
const fault = (status: number, code: string) => Object.assign(new Error(code), { status, data: { code } });

/** A server that answers by `METHOD path`, and what it was asked. */
function server(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const bodies: Record<string, unknown> = {};
  const api = async <T>(path: string, { method = 'GET', body }: { method?: string; body?: unknown } = {}): Promise<T> => {
    const key = `${method} ${path}`;
    asked.push(key);
    bodies[key] = body;
    const answer = answers[key];
    if (answer instanceof Error) throw answer;
    return answer as T;
  };
  return { api, asked, bodies };
}

describe('sending a draft', () => {
  it('gives texts, picture and the wish to sell, in this order', async () => {
    const { api, asked, bodies } = server({
      'PUT /products/p1': { id: 'p1', images: [] },
      'POST /products/p1/images': { id: 'i1' },
      'POST /products/p1/publication': { id: 'p1', state: 'published' },
    });
    expect(await sendDraft(api, draft({ photo: new Blob(['x']) }))).toMatchObject({ state: 'published' });
    expect(asked).toEqual(['PUT /products/p1', 'POST /products/p1/images', 'POST /products/p1/publication']);
    expect(bodies['PUT /products/p1']).toEqual({
      householdId: 'h1',
      name: 'Cà phê',
      setCode: '13',
      pack: { netContentValue: 500, netContentUnit: 'g', priceVnd: 45_000, stock: 5 },
    });
  });

  it('leaves alone what the server has on sale since an answer got lost', async () => {
    const { api, asked } = server({ 'GET /household/products/p1': { id: 'p1', state: 'published' } });
    expect(await sendDraft(api, draft({ tried: true }))).toMatchObject({ state: 'published' });
    expect(asked).toEqual(['GET /household/products/p1']);
  });

  it('puts a new photo in the place of the pictures a copy brought along', async () => {
    const { api, asked } = server({
      'GET /household/products/p1': fault(404, 'not-found'),
      'PUT /products/p1': { id: 'p1', images: [{ id: 'old' }] },
      'POST /products/p1/images': { id: 'new' },
      'POST /products/p1/publication': { id: 'p1', state: 'published' },
    });
    await sendDraft(api, draft({ tried: true, copyOf: { id: 'p0', pictureUrl: null }, photo: new Blob(['x']) }));
    expect(asked).toEqual([
      'GET /household/products/p1',
      'POST /products/p0/copy',
      'PUT /products/p1',
      'POST /products/p1/images',
      'DELETE /images/old',
      'POST /products/p1/publication',
    ]);
  });

  it('is done when the server keeps it as a draft that lacks something, and not done when the network is gone', async () => {
    const answers = {
      'PUT /products/p1': { id: 'p1', images: [] },
      'POST /products/p1/publication': fault(409, 'product.not-ready'),
      'GET /household/products/p1': { id: 'p1', state: 'draft', missingToPublish: ['image'] },
    };
    expect(await sendDraft(server(answers).api, draft())).toMatchObject({ missingToPublish: ['image'] });
    const gone = { ...answers, 'POST /products/p1/publication': fault(0, 'network') };
    await expect(sendDraft(server(gone).api, draft())).rejects.toMatchObject({ data: { code: 'network' } });
  });
});
