import { PDFiumLibrary } from '@hyzyla/pdfium';
import { strFromU8, unzipSync } from 'fflate';

/** The text of every page of a PDF as PDFium, which is not ours, reads it; lines joined by spaces. */
export async function pdfTexts(bytes: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const texts = [...document.pages()].map((page) => page.getText().replace(/\s+/g, ' '));
  document.destroy();
  library.destroy();
  return texts;
}

/** The XML of the sheets of a workbook, and its texts that the sheets refer to. */
export function xlsxParts(bytes: Buffer): { sheets: string[]; texts: string } {
  const parts = unzipSync(new Uint8Array(bytes));
  const names = Object.keys(parts).sort();
  const xmlOf = (name: string): string => strFromU8(parts[name]!);
  return {
    sheets: names.filter((name) => name.startsWith('xl/worksheets/sheet')).map(xmlOf),
    texts: names
      .filter((name) => name.endsWith('sharedStrings.xml'))
      .map(xmlOf)
      .join(''),
  };
}
