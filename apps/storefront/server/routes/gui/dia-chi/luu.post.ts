/** Saves an address of the account, a new one or one with an id. What was typed is kept until it is right. */
export default defineFormAction(async (action) => {
  const { event, field, api, goTo, back } = action;
  const { draft, errors, failed } = await addressDraft(action);
  const id = field('id');
  const keep = async (faults: Draft, loi: string) => {
    writeDraft(event, 'dia-chi', { ...draft, id, errors: JSON.stringify(faults) });
    return goTo(back('/tai-khoan/dia-chi/moi'), { loi });
  };
  if (failed) return keep(errors, failed);
  if (Object.keys(errors).length) return keep(errors, Object.values(errors).join() === 'several' ? 'place.several' : 'form.incomplete');
  const { label, recipientName, phone, communeCode, street, digitalAddress } = draft;
  const isDefault = field('isDefault') === 'yes';
  const body = { label, recipientName, phone, communeCode, street, digitalAddress, isDefault };
  const saved = await api(id ? 'PUT' : 'POST', `/account/addresses${id ? `/${encodeURIComponent(id)}` : ''}`, body);
  if (!saved.ok) return keep(Object.fromEntries(saved.errors.map(({ pointer }) => [pointer.slice(1), 'invalid'])), saved.code);
  dropDraft(event, 'dia-chi');
  return goTo('/tai-khoan/dia-chi', { ok: 'saved' });
});
