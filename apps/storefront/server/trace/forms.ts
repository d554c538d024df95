import { html, type Html } from './html';
import type { TraceView } from './page';

export interface ProvinceName {
  code: string;
  name: string;
}

const KINDS = ['looks_fake', 'other_product', 'date_changed', 'other'] as const;

/** Tells us that the label looks wrong; no name is asked for. */
export function reportForm(view: TraceView, provinces: readonly ProvinceName[]): Html {
  const { t } = view;
  return html`<details class="card">
    <summary>${t('tracePage.report.open')}</summary>
    <p class="soft">${t('tracePage.report.lead')}</p>
    <form method="post" action="/gui/tem/bao">
      ${addressFields(view)} <label for="kind">${t('tracePage.report.kind')}</label
      ><select id="kind" name="kind">
        ${KINDS.map((kind) => html`<option value="${kind}">${t(`tracePage.report.${kind}`)}</option>`)}
      </select>
      <label for="tinh">${t('tracePage.report.where')}</label>${provinceSelect('tinh', provinces, { none: t('tracePage.report.nowhere') })}
      <label for="note">${t('tracePage.report.note')}</label><textarea id="note" name="note" rows="3" maxlength="500"></textarea>
      <button>${t('tracePage.report.send')}</button>
    </form>
  </details>`;
}

/** Asks in which province a single pack was bought: the same serial in two far places is a copied label. */
export function sightingForm(view: TraceView, provinces: readonly ProvinceName[], preset: string | undefined): Html {
  const { t } = view;
  return html`<section class="card">
    <h2>${t('tracePage.sighting.title')}</h2>
    <p>${t('tracePage.sighting.lead')}</p>
    <form method="post" action="/gui/tem/noi-mua">
      ${addressFields(view)}
      <label for="noi">${t('tracePage.sighting.where')}</label
      >${provinceSelect('noi', provinces, { none: t('tracePage.sighting.choose'), required: true, preset })}
      <button>${t('tracePage.sighting.send')}</button>
    </form>
  </section>`;
}

function addressFields({ address, language }: TraceView): Html {
  return html`<input type="hidden" name="address" value="${address}" /><input
      type="hidden"
      name="ve"
      value="${language === 'en' ? `/en${address}` : address}"
    />`;
}

/** Nobody's province is guessed: where one must be named, the first choice is none. */
function provinceSelect(
  id: string,
  provinces: readonly ProvinceName[],
  { none, required, preset }: { none: string; required?: boolean; preset?: string | undefined },
): Html {
  return html`<select id="${id}" name="province" ${required && html`required`}>
    <option value="">${none}</option>
    ${provinces.map(({ code, name }) => html`<option value="${code}" ${code === preset && html` selected`}>${name}</option>`)}
  </select>`;
}
