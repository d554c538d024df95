import latin from '@be-vietnam-pro/be-vietnam-pro-latin-400-normal.woff2?url';
import vietnamese from '@be-vietnam-pro/be-vietnam-pro-vietnamese-400-normal.woff2?url';

/** Language, addresses in the other language, fonts and title: the same for every page and for the error page. */
export function useSiteHead(): void {
  const { t, locale } = useI18n();
  const head = useLocaleHead({ seo: true });
  useHead({
    htmlAttrs: { lang: () => locale.value },
    link: () => [
      ...[latin, vietnamese].map((href) => ({
        rel: 'preload' as const,
        as: 'font' as const,
        type: 'font/woff2' as const,
        href,
        crossorigin: 'anonymous' as const,
      })),
      { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
      ...(head.value.link ?? []),
    ],
    meta: () => [{ name: 'theme-color', content: '#1e5b3a' }, ...(head.value.meta ?? [])],
    titleTemplate: (title) => (title ? `${title} · Chợ Xã` : t('site.title')),
  });
  useSeoMeta({ description: () => t('site.description'), ogSiteName: 'Chợ Xã' });
}
