import { Instant, ListOf, OneOf, Text } from '@choxa/platform';

export const SITEMAP_KINDS = ['products', 'households'] as const;
export type SitemapKind = (typeof SITEMAP_KINDS)[number];

export class SitemapQuery {
  @OneOf(SITEMAP_KINDS) kind: SitemapKind;
  @Text({ optional: true, max: 200, description: 'The first slug that is wanted, as a part says it' }) from?: string;
}

export class SitemapPartDto {
  @OneOf(SITEMAP_KINDS) kind: SitemapKind;
  @Text({ description: 'Its first slug' }) from: string;
}

export class SitemapPartsDto {
  @ListOf(() => SitemapPartDto) data: SitemapPartDto[];
}

export class SitemapPageDto {
  @Text() slug: string;
  @Instant({ description: 'When what the page says was last changed by its household' }) changedAt: string;
}

export class SitemapPagesDto {
  @ListOf(() => SitemapPageDto) data: SitemapPageDto[];
}
