import type { Me } from '~/types/api';

/**
 * Nobody is at a desk or in an account without having signed in, nobody sells without a household, and staff whose session lacks the
 * second factor are led to it. Which roles a desk asks for is said by its layout; what may be seen and done is decided by the API alone.
 */
export default defineNuxtRouteMiddleware(async (to) => {
  const nuxt = useNuxtApp();
  const prefix = /^\/en(\/|$)/.test(to.path) ? '/en' : '';
  const known = (nuxt.payload.data.visitor as { me?: Me | null } | undefined)?.me;
  let me: Me;
  try {
    me = known ?? (await useApi()<Me>('/me'));
  } catch (failure) {
    // A server that does not answer is the page's to show: nobody was signed out.
    if (problemOf(failure).status !== 401) return;
    return nuxt.runWithContext(() => navigateTo({ path: `${prefix}/dang-nhap`, query: { tiep: to.fullPath } }));
  }
  const area = deskAreaOf(to.path);
  if (area && !mayWorkAt(area, me)) {
    const loi = 'auth.second-factor';
    if (me.secondFactor === 'to-give')
      return nuxt.runWithContext(() => navigateTo({ path: `${prefix}/dang-nhap`, query: { buoc: 'mat-khau', tiep: to.fullPath, loi } }));
    if (me.secondFactor === 'to-set-up')
      return nuxt.runWithContext(() => navigateTo({ path: `${prefix}/tai-khoan/bao-mat`, query: { loi } }));
  }
  // Whoever acts for a household sees of its desk what was handed over, and enters there.
  const { actingFor } = me;
  if (actingFor && deskAreaOf(to.path) === 'sell' && !opensUnder(actingFor.duties, to.path.slice(prefix.length)))
    return nuxt.runWithContext(() => navigateTo(`${prefix}${firstPageOf(actingFor.duties)}`));
  const register = `${prefix}/ban-hang/dang-ky`;
  if (area === 'sell' && !me.households.length && to.path !== register) return nuxt.runWithContext(() => navigateTo(register));
});
