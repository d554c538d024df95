import { ALLERGEN_CODES } from '@choxa/standards';
import { Day, Decimal, Flag, Int, ListOf, Nested, OneOf, SomeOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { NET_CONTENT_UNIT_CODES, type NetContentUnit } from '../packs/net-content.rules.js';
import { RecognitionViewDto } from '../recognitions/recognition.dto.js';
import { RatingDto } from '../reviews/review.dto.js';
import { ProductImageDto } from '../search/list.dto.js';
import { BRAND_OWNERS, PRODUCT_STATES, type BrandOwner, type ProductState } from './product.entity.js';

const LEVELS = ['none', 'declared', 'format_valid', 'checked'] as const;
const BARCODE_KINDS = ['gtin', 'internal'] as const;

export class SellerPlaceDto {
  @Text() code: string;
  @Text() name: string;
  @Text() kind: string;
  @Text() provinceCode: string;
  @Text() provinceName: string;
}

export class SellerDto {
  @Text() slug: string;
  @Text() name: string;
  @Nested(() => SellerPlaceDto, { optional: true }) place: SellerPlaceDto | null;
  @Text({ optional: true }) producerName: string | null;
  @Day({ optional: true, description: 'Last day of the closure the seller is in: nothing can be ordered until then' })
  closedUntil: string | null;
}

export class PackBarcodeDto {
  @OneOf(BARCODE_KINDS) kind: (typeof BARCODE_KINDS)[number];
  @Text({ description: 'Digits as printed' }) number: string;
  @Text() svgUrl: string;
  @Text() pngUrl: string;
}

export class ProductPagePackDto {
  @Uuid() id: string;
  @Text({ example: '500 g' }) netContent: string;
  @Decimal({ min: 0, max: 1_000_000_000, optional: true }) netContentValue: number | null;
  @OneOf(NET_CONTENT_UNIT_CODES, { optional: true }) netContentUnit: NetContentUnit | null;
  @Vnd() priceVnd: number;
  @Flag() inStock: boolean;
  @Flag({ description: 'Nobody may sell it for the time being, e.g. because a lot is recalled' }) stopped: boolean;
  @Int({ optional: true, max: 10, description: 'Only where few are left' }) onHandHint: number | null;
  @Int() weightGrams: number;
  @Nested(() => PackBarcodeDto, { optional: true }) barcode: PackBarcodeDto | null;
}

export class LabelBrandDto {
  @OneOf(LEVELS) level: (typeof LEVELS)[number];
  @Text({ optional: true }) name: string | null;
}

export class LabelBarcodeDto {
  @OneOf(LEVELS) level: (typeof LEVELS)[number];
  @OneOf(BARCODE_KINDS, { optional: true }) kind: (typeof BARCODE_KINDS)[number] | null;
}

export class LabelOriginDto {
  @OneOf(LEVELS) level: (typeof LEVELS)[number];
}

export class ProductLabelDto {
  @OneOf(LEVELS) level: (typeof LEVELS)[number];
  @Nested(() => LabelBrandDto) brand: LabelBrandDto;
  @Nested(() => LabelBarcodeDto) barcode: LabelBarcodeDto;
  @Nested(() => LabelOriginDto) origin: LabelOriginDto;
  @Texts() missing: string[];
  @Text() ruleVersion: string;
}

export class ProductTraceDto {
  @Text() traceCode: string;
  @Text() lotCode: string;
  @Day({ optional: true }) producedOn: string | null;
  @Text() url: string;
}

export class ProductPageDto {
  @Uuid() id: string;
  @Text() slug: string;
  @Text() name: string;
  @Text() setScheme: string;
  @Text() setCode: string;
  @Text({ max: 5000 }) description: string;
  @ListOf(() => ProductImageDto) images: ProductImageDto[];
  @Nested(() => SellerDto) household: SellerDto;
  @ListOf(() => ProductPagePackDto) packs: ProductPagePackDto[];
  @Nested(() => RecognitionViewDto, { optional: true }) recognition: RecognitionViewDto | null;
  @Nested(() => ProductLabelDto) label: ProductLabelDto;
  @Nested(() => ProductTraceDto, { optional: true }) trace: ProductTraceDto | null;
  @Int({ optional: true }) shelfLifeDays: number | null;
  @Text({ optional: true }) standards: string | null;
  @Text({ optional: true, max: 300 }) storageAdvice: string | null;
  @SomeOf(ALLERGEN_CODES, { optional: true, description: 'Empty: none, the seller says; null: not told' }) allergens: string[] | null;
  @Text({ optional: true }) brandName: string | null;
  @OneOf(BRAND_OWNERS, { optional: true }) brandOwner: BrandOwner | null;
  @Nested(() => RatingDto, { optional: true }) rating: RatingDto | null;
  @OneOf(PRODUCT_STATES) state: ProductState;
}
