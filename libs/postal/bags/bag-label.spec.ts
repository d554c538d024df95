import { buildOwnNumber, buildSscc } from '@choxa/standards';
import { SHIPPING_LABEL_FORMATS, SHIPPING_LABEL_SIZE } from '../parcels/labels/shipping-label.js';
import { printPages, readCodes } from '../printing/printed-pages.factory.js';
import { bagLabelPdf, type BagLabel } from './bag-label.js';

const AT = new Date('2026-11-16T02:00:00Z');
const LONG = 'Trung tâm khai thác vùng của tỉnh có tên rất dài và rất khó viết cho hết trên một dòng';
const aBagLabel = (change: Partial<BagLabel> = {}): BagLabel => ({
  number: buildSscc(0, '9529999', 12),
  operatorName: 'Bưu chính Sông Hồng (mẫu)',
  fromOffice: { code: 'SH-01-01', name: 'Bưu cục Phường Hoàn Kiếm' },
  toOffice: { code: 'SH-01-KT', name: 'Trung tâm khai thác Thành phố Hà Nội' },
  parcelCount: 37,
  weightGrams: 18_450,
  closedAt: AT,
  ...change,
});

describe('the label of a bag', () => {
  it.each(SHIPPING_LABEL_FORMATS)('%s: an SSCC is read with its application identifier', async (format) => {
    const label = aBagLabel();
    const [page] = await printPages(await bagLabelPdf(label, format, AT));
    expect(page!.widthMm).toBeCloseTo(SHIPPING_LABEL_SIZE[format].width, 1);
    expect(page!.heightMm).toBeCloseTo(SHIPPING_LABEL_SIZE[format].height, 1);
    expect(await readCodes(page!)).toEqual({ Code128: `(00)${label.number}` });
  });

  it.each(SHIPPING_LABEL_FORMATS)('%s: an own number is read as it is, whatever else stands there', async (format) => {
    const label = aBagLabel({
      number: buildOwnNumber('TUI', 9_999_999_999),
      operatorName: LONG,
      fromOffice: { code: 'SH-01-0000000000', name: LONG },
      toOffice: { code: 'SH-01-00000000000000', name: LONG },
      parcelCount: 500,
      weightGrams: 10_000_000,
    });
    const pages = await printPages(await bagLabelPdf(label, format, AT));
    expect(pages).toHaveLength(1);
    expect(await readCodes(pages[0]!)).toEqual({ Code128: label.number });
  });
});
