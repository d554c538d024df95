import { Text, Texts, Uuid } from '@choxa/platform';
import { ProductImageDto } from '../search/list.dto.js';

export class AddedImageDto extends ProductImageDto {
  @Uuid() id: string;
}

export class DescribeImageDto {
  @Text({ max: 150, description: 'What is to be seen; empty: the product’s name says it' }) alt: string;
}

export class OrderImagesDto {
  @Texts({ max: 8, maxLength: 36, description: 'Ids of all pictures of the product, the main one first' }) imageIds: string[];
}
