/**
 * A page's title and what search engines and messengers show of it. Plain tags instead of useSeoMeta, which brings a table
 * of every tag there is.
 */
export function usePageMeta(page: () => { title?: string | null; description?: string; image?: string; noindex?: boolean }): void {
  const { url } = useRuntimeConfig().public;
  useHead({
    title: () => page().title ?? null,
    meta: () => {
      const { title, description, image, noindex } = page();
      return [
        ...(description
          ? [
              { name: 'description', content: description },
              { property: 'og:description', content: description },
            ]
          : []),
        ...(title ? [{ property: 'og:title', content: title }] : []),
        ...(image
          ? [
              { property: 'og:image', content: new URL(image, url).href },
              { name: 'twitter:card', content: 'summary_large_image' },
            ]
          : []),
        ...(noindex ? [{ name: 'robots', content: 'noindex,follow' }] : []),
      ];
    },
  });
}
