import { findProductSet } from '@choxa/standards';

/** What a product may lack before it goes on sale, with where to put it and what to tell. */
export const PUBLISH_NEEDS = {
  name: { pointer: '/name', detail: 'Chưa có tên / name' },
  image: { pointer: '/images', detail: 'Chưa có ảnh / picture' },
  set: { pointer: '/setCode', detail: 'Chưa chọn nhóm hàng / product set' },
  netContent: { pointer: '/pack/netContentValue', detail: 'Chưa có khối lượng, quy cách / net content' },
  price: { pointer: '/pack/priceVnd', detail: 'Chưa có giá / price' },
  stock: { pointer: '/pack/stock', detail: 'Chưa có hàng / stock' },
  licence: { pointer: '/licenceNumber', detail: 'Nhóm này cần giấy phép còn hạn trong hồ sơ của hộ / this set needs a licence on file' },
  household: { pointer: '/household', detail: 'Hộ chưa được duyệt / household not approved' },
} as const;
export type PublishNeed = keyof typeof PUBLISH_NEEDS;

export interface PublishFacts {
  name: string;
  setScheme: string;
  setCode: string;
  /** The household has a licence on file for this set, neither refused nor expired. */
  licenceOnFile: boolean;
  /** Approved, and with a commune to sell from. */
  householdMaySell: boolean;
  imageCount: number;
  /** Packs of the product that are not retired; one that has everything is enough. */
  packs: { netContentValue: number | null; priceVnd: number | null; onHand: number }[];
}

/** What is missing before the product may be published, in the order a household is asked for it; empty when nothing is. */
export function missingToPublish(facts: PublishFacts): PublishNeed[] {
  const { packs } = facts;
  const licensed = findProductSet(facts.setCode, facts.setScheme)?.needsLicence ?? false;
  const needs: (PublishNeed | false)[] = [
    !/[\p{L}\p{N}]/u.test(facts.name) && 'name',
    facts.imageCount === 0 && 'image',
    !facts.setCode && 'set',
    !packs.some((pack) => pack.netContentValue) && 'netContent',
    !packs.some((pack) => pack.priceVnd) && 'price',
    !packs.some((pack) => pack.onHand > 0) && 'stock',
    licensed && !facts.licenceOnFile && 'licence',
    !facts.householdMaySell && 'household',
  ];
  return needs.filter((need) => need !== false);
}
