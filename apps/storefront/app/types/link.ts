import type { RouteLocationNamedI18n } from 'vue-router';

/** Where a link of ours leads: a named route or a path; the page's language is added by AppLink. */
export type LinkTo = RouteLocationNamedI18n | string;
