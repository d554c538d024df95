import { Flag, ListOf, Text } from '@choxa/platform';

export class ProductSetDto {
  @Text() code: string;
  @Text() scheme: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text() industry: string;
  @Flag({ description: 'No parcel and no barcode' }) isService: boolean;
}

export class ProductSetsDto {
  @ListOf(() => ProductSetDto) data: ProductSetDto[];
}
