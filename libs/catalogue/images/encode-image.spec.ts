import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { encodeImage } from './encode-image.js';

const MEBIBYTE = 1024 * 1024;

describe('a picture somebody sends', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>');
  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  const plain = () => sharp({ create: { width: 800, height: 600, channels: 3, background: '#123456' } });
  const noisy = () =>
    sharp({ create: { width: 900, height: 700, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 60 } } });
  const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2));

  const hostile: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['an SVG called photo.jpg', () => svg, 'image.unreadable'],
    ['HTML called photo.png', () => html, 'image.unreadable'],
    ['HTML behind the first bytes of a JPEG', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]), 'image.unreadable'],
    ['SVG behind the first bytes of a WebP', () => Buffer.concat([Buffer.from('RIFF\x10\0\0\0WEBP'), svg]), 'image.unreadable'],
    ['a GIF', () => plain().gif().toBuffer(), 'image.unreadable'],
    ['a TIFF', () => plain().tiff().toBuffer(), 'image.unreadable'],
    ['a PNG that claims 2³¹ × 2³¹', () => png(2 ** 31 - 1, 2 ** 31 - 1), 'image.'],
    ['a JPEG cut in half', async () => half(await noisy().jpeg().toBuffer()), 'image.unreadable'],
    ['a PNG cut in half', async () => half(await noisy().png().toBuffer()), 'image.unreadable'],
    ['a WebP cut in half', async () => half(await noisy().webp().toBuffer()), 'image.unreadable'],
    ['an empty file', () => Buffer.alloc(0), 'image.unreadable'],
    ['twelve bytes', () => Buffer.from('RIFF\0\0\0\0WEBP'), 'image.unreadable'],
    ['a zip archive', () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(3000)]), 'image.unreadable'],
  ];

  it.each(hostile)('is refused: %s', async (_name, bytes, code) => {
    await expect(encodeImage(await bytes())).rejects.toMatchObject({ code: expect.stringContaining(code), kind: { status: 422 } });
  });

  it('is refused by its size before it is unpacked: a whole PNG of 30,000 × 30,000 in a hundred kilobytes', async () => {
    const bomb = png(30_000, 30_000, true);
    expect(bomb.length).toBeLessThan(MEBIBYTE);
    expect(await memoryFor(() => expect(encodeImage(bomb)).rejects.toMatchObject({ code: 'image.too-large' }))).toBeLessThan(
      200 * MEBIBYTE,
    );
  });

  it('loses a text that unpacks to hundreds of megabytes, and takes no memory for it', async () => {
    const bomb = withText(png(40, 30, true), 300 * MEBIBYTE);
    let taken: { files: { full: Buffer } } | null = null;
    const memory = await memoryFor(async () => {
      taken = await encodeImage(bomb).catch(() => null);
    });
    expect(memory).toBeLessThan(200 * MEBIBYTE);
    expect((taken as { files: { full: Buffer } } | null)?.files.full.length ?? 0).toBeLessThan(10_000);
  });
});

/** How much the highest memory use of the process rises over `work`. */
async function memoryFor(work: () => Promise<unknown>): Promise<number> {
  const highest = () => process.resourceUsage().maxRSS * 1024;
  const before = highest();
  await work();
  return highest() - before;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A black PNG of one bit a pixel, valid in every byte of its head; `whole`: with every row, else with a few megabytes of them. */
function png(width: number, height: number, whole = false): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = whole ? height * (1 + Math.ceil(width / 8)) : 4_000_000;
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(rows))), chunk('IEND', Buffer.alloc(0))]);
}

/** The PNG with a compressed text of `bytes` zeros before its picture. */
function withText(image: Buffer, bytes: number): Buffer {
  const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))]);
  const afterHead = SIGNATURE.length + 25;
  return Buffer.concat([image.subarray(0, afterHead), chunk('zTXt', text), image.subarray(afterHead)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
