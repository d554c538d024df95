import { Uuid } from '@choxa/platform';
import { ProductImageDto } from '../search/list.dto.js';

export class AddedImageDto extends ProductImageDto {
  @Uuid() id: string;
}
