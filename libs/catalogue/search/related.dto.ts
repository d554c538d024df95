import { ListOf } from '@choxa/platform';
import { ListItemDto } from './list.dto.js';

export class RelatedProductsDto {
  @ListOf(() => ListItemDto, { description: 'Of the same household' }) household: ListItemDto[];
  @ListOf(() => ListItemDto, { description: 'Of the same product set, of other households' }) set: ListItemDto[];
}
