import { displayNumber } from '@choxa/standards';

export interface PictureUrls {
  svgUrl: string;
  pngUrl: string;
}

/** Where a pack's number is drawn. `v` names the number, so that the picture may be kept for ever and a corrected number is a new address. */
export function barcodeUrls(packId: string, number14: string): PictureUrls {
  const at = (ending: string): string => `/api/v1/packs/${packId}/barcode.${ending}?v=${displayNumber(number14)}`;
  return { svgUrl: at('svg'), pngUrl: at('png') };
}
