/** Switches notices on and off, for those without JavaScript. `truoc` says how the boxes stood, `may` names a device that is to get none. */
export default defineFormAction(async ({ field, api, goTo, back }) => {
  const page = back('/tai-khoan/thong-bao');
  const device = field('may');
  if (device) {
    const { ok, code } = await api('DELETE', `/me/push-subscriptions/${encodeURIComponent(device)}`);
    return goTo(page, ok ? { ok: 'saved' } : { loi: code });
  }
  for (const box of field('truoc').split(' ').slice(0, 20)) {
    const [topic, channel, was] = box.split(':');
    const on = field(`${topic}:${channel}`) === 'on';
    if (on === (was === 'on')) continue;
    const { ok, code } = await api('PUT', '/me/notices', { topic, channel, on });
    if (!ok) return goTo(page, { loi: code });
  }
  return goTo(page, { ok: 'saved' });
});
