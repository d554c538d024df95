import bwipjs from 'bwip-js/node';

/** Modules kept white around a QR code (ISO/IEC 18004). */
const QUIET = 4;

/** A text as a QR code, SVG, black on white with its quiet zone. */
export function drawQr(text: string): string {
  const [{ pixs, pixx, pixy }] = bwipjs.raw('qrcode', text, 'eclevel=M') as unknown as [{ pixs: number[]; pixx: number; pixy: number }];
  const dark = pixs.flatMap((pixel, i) => (pixel ? [`M${QUIET + (i % pixx)} ${QUIET + Math.floor(i / pixx)}h1v1h-1z`] : []));
  const [width, height] = [pixx + 2 * QUIET, pixy + 2 * QUIET];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${dark.join('')}"/></svg>`
  );
}
