import latin from '@be-vietnam-pro/be-vietnam-pro-latin-400-normal.woff2?url';
import vietnamese from '@be-vietnam-pro/be-vietnam-pro-vietnamese-400-normal.woff2?url';

const FONTS = [latin, vietnamese].map((href) => ({
  rel: 'preload' as const,
  as: 'font' as const,
  type: 'font/woff2' as const,
  href,
  crossorigin: 'anonymous' as const,
}));

/** Language, the same page in the other language, fonts and title: for every page and for the error page. */
export function useSiteHead(): void {
  const { t, locale } = useI18n();
  const route = useRoute();
  const { url } = useRuntimeConfig().public;
  // Both languages use the same words in addresses, so the other one is a matter of the prefix.
  const path = computed(() => route.path.replace(/^\/en(?=\/|$)/, '').replace(/\/$/, ''));
  const query = computed(() => (path.value === '/san-pham' ? listedBy(route.query) : ''));
  const inVietnamese = computed(() => `${url}${path.value || '/'}${query.value}`);
  const inEnglish = computed(() => `${url}/en${path.value}${query.value}`);
  useHead({
    htmlAttrs: { lang: () => locale.value },
    link: () => [
      ...FONTS,
      { rel: 'icon', type: 'image/svg+xml', href: '/favicon.svg' },
      { rel: 'canonical', href: locale.value === 'en' ? inEnglish.value : inVietnamese.value },
      { rel: 'alternate', hreflang: 'vi', href: inVietnamese.value },
      { rel: 'alternate', hreflang: 'en', href: inEnglish.value },
      { rel: 'alternate', hreflang: 'x-default', href: inVietnamese.value },
    ],
    meta: [
      { name: 'theme-color', content: '#1e5b3a' },
      { name: 'description', content: () => t('site.description') },
      { property: 'og:site_name', content: 'Chợ Xã' },
      { property: 'og:type', content: 'website' },
      { property: 'og:url', content: () => (locale.value === 'en' ? inEnglish.value : inVietnamese.value) },
      { property: 'og:locale', content: () => (locale.value === 'en' ? 'en_GB' : 'vi_VN') },
      { name: 'twitter:card', content: 'summary' },
    ],
    titleTemplate: (title) => (title ? `${title} · Chợ Xã` : t('site.title')),
  });
}
