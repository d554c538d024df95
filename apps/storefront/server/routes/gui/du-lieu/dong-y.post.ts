/** Gives or withdraws one consent. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const purpose = encodeURIComponent(field('purpose'));
  const given = field('given') === 'true';
  const { ok, code } = await api('PUT', `/me/consents/${purpose}`, { given, textVersion: field('textVersion') });
  return goTo(back('/tai-khoan/du-lieu'), ok ? { ok: 'saved' } : { loi: code });
});
