/** Writes data for search engines into the page's head. Call it under `import.meta.server`: a browser has no use for them. */
export function useStructuredData(data: () => object | null | undefined): void {
  useHead({
    script: () => {
      const told = data();
      return told ? [{ type: 'application/ld+json', innerHTML: scriptText(told) }] : [];
    },
  });
}
