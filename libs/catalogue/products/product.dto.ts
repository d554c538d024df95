import { ALLERGEN_CODES } from '@choxa/standards';
import { Decimal, Flag, Int, ListOf, Nested, OneOf, PageQuery, SomeOf, Text, Texts, Uuid, Vnd } from '@choxa/platform';
import { AddedImageDto } from '../images/image.dto.js';
import { OwnTakedownDto } from '../moderation/moderation.dto.js';
import { NET_CONTENT_UNIT_CODES, type NetContentUnit } from '../packs/net-content.rules.js';
import { RecognitionViewDto } from '../recognitions/recognition.dto.js';
import { PackBarcodeDto } from './product-page.dto.js';
import { BRAND_OWNERS, PRODUCT_STATES, type BrandOwner, type ProductState } from './product.entity.js';

const MOST_CONTENT = 1_000_000;
const LEAST_CONTENT = 0.001;
const MOST_GRAMS = 1_000_000;
const MOST_DAYS = 36_500;
const MOST_STOCK = 1_000_000;
const MOST_PRICE_VND = 10_000_000_000;

const MOST_MM = 3000;

class PackMeasuresDto {
  @Int({ min: 1, max: MOST_GRAMS, optional: true, description: 'With wrapping; estimated from the content while nobody said' })
  weightGrams?: number;
  @Int({ min: 1, max: MOST_MM, optional: true, description: 'Outside, when packed' }) lengthMm?: number;
  @Int({ min: 1, max: MOST_MM, optional: true }) widthMm?: number;
  @Int({ min: 1, max: MOST_MM, optional: true }) heightMm?: number;
}

export class NewPackDto extends PackMeasuresDto {
  @Decimal({ min: LEAST_CONTENT, max: MOST_CONTENT }) netContentValue: number;
  @OneOf(NET_CONTENT_UNIT_CODES) netContentUnit: NetContentUnit;
  @Vnd({ min: 1, max: MOST_PRICE_VND }) priceVnd: number;
  @Int({ max: MOST_STOCK, optional: true }) stock?: number;
}

export class AddPackDto extends NewPackDto {
  @Uuid({ optional: true, description: 'Made by the client: adding it again adds no second one' }) id?: string;
}

/** A field left out stays as it is. */
export class EditPackDto extends PackMeasuresDto {
  @Vnd({ min: 1, max: MOST_PRICE_VND, optional: true }) priceVnd?: number;
  @Decimal({ min: LEAST_CONTENT, max: MOST_CONTENT, optional: true }) netContentValue?: number;
  @OneOf(NET_CONTENT_UNIT_CODES, { optional: true }) netContentUnit?: NetContentUnit;
}

export class DraftPackDto extends EditPackDto {
  @Uuid({ optional: true, description: 'Made by the client; counts when the draft is begun' }) id?: string;
  @Int({ max: MOST_STOCK, optional: true, description: 'Until the product was first on sale; then `PUT /packs/{id}/stock`' })
  stock?: number;
}

class ProductTextsDto {
  @Text({ max: 5000, optional: true, lines: true }) description?: string;
  @Text({ max: 100, optional: true }) brandName?: string;
  @OneOf(BRAND_OWNERS, { optional: true, description: 'Whose brand it is; the seller’s own unless told' }) brandOwner?: BrandOwner;
  @Text({ max: 100, optional: true, description: 'Number of the document that licenses another’s brand' }) brandLicence?: string;
  @Text({ max: 300, optional: true }) standards?: string;
  @Int({ min: 1, max: MOST_DAYS, optional: true }) shelfLifeDays?: number;
  @Text({ max: 300, optional: true }) storageAdvice?: string;
  @SomeOf(ALLERGEN_CODES, { optional: true, description: 'Empty: there are none; null: not told' }) allergens?: string[];
  @Text({ max: 100, optional: true, description: 'Licence on file, for sets 14, 15 and 18' }) licenceNumber?: string;
}

export class CreateProductDto extends ProductTextsDto {
  @Uuid({ optional: true, description: 'Which household, where the account has several' }) householdId?: string;
  @Text({ min: 2, max: 150 }) name: string;
  @Text({ min: 1, max: 10, description: 'Code of a product set' }) setCode: string;
  @Nested(() => NewPackDto) pack: NewPackDto;
}

/** A field left out stays as it is. */
export class EditProductDto extends ProductTextsDto {
  @Text({ min: 2, max: 150, optional: true }) name?: string;
  @Text({ min: 1, max: 10, optional: true }) setCode?: string;
}

export class SaveDraftDto extends EditProductDto {
  @Uuid({ optional: true, description: 'Which household, where the account has several; counts when the draft is begun' })
  householdId?: string;
  @Nested(() => DraftPackDto, { optional: true, description: 'Its first pack' }) pack?: DraftPackDto;
}

export class CopyProductDto {
  @Uuid({ optional: true, description: 'Made by the client: asking again with it makes no second copy' }) id?: string;
  @Int({ max: MOST_STOCK, optional: true, description: 'Of the first pack; none unless told' }) stock?: number;
}

export class DeskPackDto {
  @Uuid() id: string;
  @Text() netContent: string;
  @Decimal({ min: 0, max: MOST_CONTENT, optional: true }) netContentValue: number | null;
  @OneOf(NET_CONTENT_UNIT_CODES, { optional: true }) netContentUnit: NetContentUnit | null;
  @Vnd({ optional: true }) priceVnd: number | null;
  @Int() onHand: number;
  @Int() weightGrams: number;
  @Int({ optional: true }) lengthMm: number | null;
  @Int({ optional: true }) widthMm: number | null;
  @Int({ optional: true }) heightMm: number | null;
  @Flag({ description: 'No longer sold; its orders, barcode and lots stay' }) retired: boolean;
  @Nested(() => PackBarcodeDto, { optional: true }) barcode: PackBarcodeDto | null;
}

/** A product as its household sees it: what is there and what is still missing. */
export class DeskProductDto {
  @Uuid() id: string;
  @Text() slug: string;
  @Text() name: string;
  @OneOf(PRODUCT_STATES) state: ProductState;
  @Flag({ description: 'Whole, and goes on sale by itself when the household is approved' }) publishWhenApproved: boolean;
  @Text({ description: 'Empty in a draft that has none yet' }) setCode: string;
  @Int({ description: 'Counts changes: the entity tag for `If-Match`' }) revision: number;
  @Nested(() => AddedImageDto, { optional: true }) image: AddedImageDto | null;
  @ListOf(() => AddedImageDto) images: AddedImageDto[];
  @Nested(() => DeskPackDto, { description: 'The first that is sold' }) pack: DeskPackDto;
  @ListOf(() => DeskPackDto, { description: 'In their order, retired ones too' }) packs: DeskPackDto[];
  @Texts({ description: 'Codes of what is missing before it may be sold' }) missingToPublish: string[];
  @Texts({ description: 'Codes of the label fields that are missing' }) labelMissing: string[];
  @Int({ max: 100 }) labelPercent: number;
  @Nested(() => OwnTakedownDto, { optional: true, description: 'What keeps it from being shown and sold' }) takedown: OwnTakedownDto | null;
  @Nested(() => RecognitionViewDto, { optional: true }) recognition: RecognitionViewDto | null;
  @Text({ max: 5000 }) description: string;
  @Text({ optional: true }) brandName: string | null;
  @OneOf(BRAND_OWNERS, { optional: true }) brandOwner: BrandOwner | null;
  @Text({ optional: true }) brandLicence: string | null;
  @Text({ optional: true, max: 300 }) standards: string | null;
  @Int({ optional: true }) shelfLifeDays: number | null;
  @Text({ optional: true, max: 300 }) storageAdvice: string | null;
  @SomeOf(ALLERGEN_CODES, { optional: true, description: 'Empty: none; null: not told' }) allergens: string[] | null;
  @Text({ optional: true }) licenceNumber: string | null;
}

export class DeskProductsQuery extends PageQuery {
  @Uuid({ optional: true, description: 'Which household, where the account has several' }) household?: string;
}

export class DeskProductsDto {
  @ListOf(() => DeskProductDto) data: DeskProductDto[];
  @Text({ optional: true, max: 500 }) next: string | null;
}
