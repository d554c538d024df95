import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

let ready: Promise<void> | undefined;

async function prepare(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
}

/** What an independent decoder (zxing) reads from a picture: the text of every code in it. */
export async function readCodes(png: Buffer): Promise<string[]> {
  await (ready ??= prepare());
  // Not in a copy a third as large too: modules of one dot and a bit are misread now and then.
  const found = await readBarcodes(new Uint8Array(png), { tryHarder: true, tryDownscale: false, formats: [] });
  return found.map(({ text }) => text);
}
