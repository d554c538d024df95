import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** Looks at the picture a camera shows just now and answers what the first code in it says, or null. */
export type BarcodeReader = (video: HTMLVideoElement) => Promise<string | null>;

interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
interface NativeDetectors {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats(): Promise<string[]>;
}

/** What stands on parcels, bags and packs: the browser's name of each kind of code, and zxing's. */
const FORMATS = {
  code_128: 'Code128',
  qr_code: 'QRCode',
  data_matrix: 'DataMatrix',
  ean_13: 'EAN13',
  ean_8: 'EAN8',
  upc_a: 'UPCA',
  itf: 'ITF',
} as const;
export type CodeFormat = keyof typeof FORMATS;
/** What stands on a pack that is sold. */
export const RETAIL_FORMATS: CodeFormat[] = ['ean_13', 'ean_8', 'upc_a', 'itf'];
const ALL = Object.keys(FORMATS) as CodeFormat[];
/** A wider picture takes longer and is read no better. */
const WIDEST_PX = 1280;

/** The browser's own reader where it has one for all our codes (Chrome on Android); else one of WebAssembly, fetched from us when it is needed. */
export async function barcodeReader(formats: CodeFormat[] = ALL): Promise<BarcodeReader> {
  return (await nativeReader(formats)) ?? wasmReader(formats);
}

async function nativeReader(formats: CodeFormat[]): Promise<BarcodeReader | null> {
  const Detectors = (window as unknown as { BarcodeDetector?: NativeDetectors }).BarcodeDetector;
  const supported = (await Detectors?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Detectors || formats.some((format) => !supported.includes(format))) return null;
  const detector = new Detectors({ formats });
  return async (video) => (await detector.detect(video).catch(() => []))[0]?.rawValue ?? null;
}

async function wasmReader(formats: CodeFormat[]): Promise<BarcodeReader> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  const kinds = formats.map((format) => FORMATS[format]);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  return async (video) => {
    if (!video.videoWidth) return null;
    const scale = Math.min(1, WIDEST_PX / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const picture = context.getImageData(0, 0, canvas.width, canvas.height);
    const [found] = await readBarcodes(picture, { formats: kinds, maxNumberOfSymbols: 1, tryHarder: true });
    return found?.text ?? null;
  };
}
