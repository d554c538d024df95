import sharp from 'sharp';
import { anActor, testWorld, type World } from '@choxa/testing';
import { CATALOGUE_WORLD, CatalogueGiven, picture } from '../catalogue.factory.js';

describe('pictures', () => {
  let given: CatalogueGiven<World>;
  let product: Awaited<ReturnType<CatalogueGiven<World>['product']>>;
  beforeAll(async () => {
    given = new CatalogueGiven(await testWorld(CATALOGUE_WORLD), anActor);
    product = await given.product({ draft: true });
  });
  afterAll(() => given.world.close());

  /** Posts a file as a browser's form does. */
  async function upload(
    bytes: Buffer,
    { field = 'file', name = 'anh.jpg', type = 'image/jpeg', as = product.owner.as, to = product.id } = {},
  ) {
    const boundary = 'ranh-gioi';
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return given.world.http('POST', `/products/${to}/images`, { as, body, headers });
  }
  const served = async (url: string) => given.world.http('GET', url);

  it('makes a photo anew: upright, without its metadata, in three sizes of WebP', async () => {
    const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#3a7' } })
      .withExif({ IFD0: { Copyright: 'Nhà ông Sáu, 10.03, 105.78' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const added = await upload(photo);
    expect(added.status).toBe(201);
    // Turned by a quarter: what was 3000 × 2000 stands upright.
    expect(added.body).toMatchObject({ width: 534, height: 800, alt: 'Cà phê' });
    for (const [url, longest] of [
      [added.body.url, 800],
      [added.body.thumbUrl, 320],
      [added.body.fullUrl, 1600],
    ] as const) {
      const file = await served(url);
      expect([file.status, file.headers['content-type'], file.headers['x-content-type-options']]).toEqual([200, 'image/webp', 'nosniff']);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      const { format, height, exif, orientation, icc, xmp } = await sharp(file.bytes).metadata();
      expect([format, height, exif, orientation, icc, xmp]).toEqual(['webp', longest, undefined, undefined, undefined, undefined]);
      expect(file.bytes.includes('ông Sáu')).toBe(false);
    }
  });

  it('keeps thumbnails within 25 KiB even of noise', async () => {
    const noise = await sharp({
      create: { width: 1200, height: 1200, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 90 } },
    })
      .png()
      .toBuffer();
    const added = await upload(noise, { name: 'nhieu.png', type: 'image/png' });
    expect((await served(added.body.thumbUrl)).bytes.length).toBeLessThanOrEqual(25 * 1024);
  });

  it('takes PNG with transparency, WebP and AVIF, whatever their name says', async () => {
    const source = sharp({ create: { width: 60, height: 40, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 0.4 } } });
    for (const bytes of [await source.png().toBuffer(), await source.webp().toBuffer(), await source.avif().toBuffer()])
      expect((await upload(bytes, { name: 'gi-cung-duoc.txt', type: 'text/plain' })).status).toBe(201);
  });

  it('adds the same picture once, and eight at most', async () => {
    const other = await given.product({ draft: true });
    const first = await upload(await picture({ colour: '#111111' }), { to: other.id });
    const again = await upload(await picture({ colour: '#111111' }), { to: other.id });
    expect(again.body).toEqual(first.body);
    for (let i = 2; i <= 8; i += 1) expect((await upload(await picture({ colour: `#${i}${i}0000` }), { to: other.id })).status).toBe(201);
    expect((await upload(await picture({ colour: '#00ff00' }), { to: other.id })).body.code).toBe('image.too-many');
  });

  it('refuses what is no picture, whatever it is called', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
    const renamed = await upload(svg, { name: 'anh.jpg', type: 'image/jpeg' });
    expect([renamed.status, renamed.body.code]).toEqual([422, 'image.unreadable']);
  });

  it('refuses another field, another content type, and a file above 15 MB', async () => {
    expect((await upload(await picture(), { field: 'picture' })).body.code).toBe('image.missing');
    const json = await given.world.http('POST', `/products/${product.id}/images`, { as: product.owner.as, body: { file: 'x' } });
    expect([json.status, json.body.code]).toEqual([415, 'request.media-type']);
    const large = await upload(Buffer.concat([await picture(), Buffer.alloc(16 * 1024 * 1024)]));
    expect([large.status, large.body.code]).toEqual([413, 'request.too-large']);
  });

  it('decodes nothing for somebody else’s product', async () => {
    const { as } = await given.household();
    expect((await upload(await picture(), { as })).status).toBe(404);
  });

  it('takes a picture off, and its files with it', async () => {
    const added = await upload(await picture({ colour: '#abcdef' }));
    expect((await given.world.http('DELETE', `/images/${added.body.id}`, { as: product.owner.as })).status).toBe(204);
    expect((await served(added.body.url)).status).toBe(404);
    const desk = await given.world.http('GET', `/household/products/${product.id}`, { as: product.owner.as });
    expect(desk.body.images.map((image: { id: string }) => image.id)).not.toContain(added.body.id);
  });

  it('are put in order, the first the main one, and described', async () => {
    const other = await given.product();
    const { as } = other.owner;
    const second = await upload(await picture({ colour: '#222222' }), { to: other.id });
    const [main] = (await given.world.http('GET', `/household/products/${other.id}`, { as })).body.images;
    const order = { imageIds: [second.body.id, main.id] };
    const ordered = await given.world.http('PUT', `/products/${other.id}/images/order`, { as, body: order });
    expect(ordered.body.image.id).toBe(second.body.id);
    await given.world.http('PATCH', `/images/${second.body.id}`, { as, body: { alt: 'Hạt cà phê trên nong' } });
    const page = await given.world.http('GET', `/products/${other.slug}`);
    expect(page.body.images.map((image: { alt: string }) => image.alt)).toEqual(['Hạt cà phê trên nong', 'Cà phê']);
    const less = await given.world.http('PUT', `/products/${other.id}/images/order`, { as, body: { imageIds: [main.id] } });
    expect(less.status).toBe(409);
    const stranger = (await given.household()).as;
    const theirs = await given.world.http('PATCH', `/images/${main.id}`, { as: stranger, body: { alt: 'x' } });
    const order2 = await given.world.http('PUT', `/products/${other.id}/images/order`, { as: stranger, body: order });
    expect([theirs.status, order2.status]).toEqual([404, 404]);
  });

  it.each(['..%2f..%2fetc%2fpasswd', 'x', `${'0'.repeat(32)}-801.webp`, `${'0'.repeat(32)}-800.png`, `${'0'.repeat(32)}-800.webp`])(
    'serves nothing under %s',
    async (key) => {
      expect((await served(`/images/${key}`)).status).toBe(404);
    },
  );
});
