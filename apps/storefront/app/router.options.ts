import type { RouterConfig } from 'nuxt/schema';

/** A page is rendered in one language: the routes of the other, half of all, would be made for nothing each time. */
export default {
  routes: (routes) => {
    if (import.meta.client) return routes;
    const language = /^\/en(\/|\?|$)/.test(useNuxtApp().ssrContext?.url ?? '') ? 'en' : 'vi';
    return routes.filter(({ name }) => String(name).endsWith(`___${language}`));
  },
} satisfies RouterConfig;
