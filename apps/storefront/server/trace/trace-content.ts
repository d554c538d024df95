import type * as Api from '@choxa/api-client';
import { reportForm, sightingForm, type ProvinceName } from './forms';
import { html, type Html } from './html';
import type { TraceView } from './page';
import { dayText, momentText } from './texts';

export interface TraceExtras {
  provinces: readonly ProvinceName[];
  /** Province the address already names (`?tinh=`). */
  preset: string | undefined;
}

/** What a phone shows after reading a printed label: is it sound, who made it, where, when, and what happened to it. */
export function traceContent(view: TraceView, trace: Api.TraceDto, { provinces, preset }: TraceExtras): Html {
  const { t } = view;
  return html`${statusNotice(view, trace)}
    ${trace.inputs.some(({ recalled }) => recalled) && html`<div class="warn">${t('tracePage.inputRecalled')}</div>`}
    <section class="card">
      ${
        trace.product.image &&
        html`<img
          src="${trace.product.image.url}"
          alt="${trace.product.image.alt}"
          width="${trace.product.image.width}"
          height="${trace.product.image.height}"
        />`
      }
      <h1>${trace.product.name}</h1>
      <p><b>${trace.producer.name}</b><br />${placeOf(trace.producer.communeName, trace.producer.provinceName)}</p>
      ${recognition(view, trace)}
    </section>
    ${trace.serial !== null && sightingForm(view, provinces, preset)}
    <h2>${t(trace.lot ? 'trace.facts' : 'tracePage.productFacts')}</h2>
    ${facts(view, trace)}
    ${
      trace.lot &&
      html`<h2>${t('trace.events')}</h2>
        ${steps(view, trace)}`
    }
    ${
      trace.pictures.length > 0 &&
      html`<h2>${t('tracePage.pictures')}</h2>
        ${pictures(trace.pictures, t('tracePage.pictures'))}`
    }
    ${links(view, 'inputs', trace.inputs)}${links(view, 'outputs', trace.outputs)}
    <h2>${t('label.title')}</h2>
    ${labelParts(view, trace.label)}
    ${trace.product.slug && trace.status !== 'recalled' && html`<p><a class="buy" href="${view.language === 'en' ? '/en' : ''}/san-pham/${trace.product.slug}">${t('trace.buy')}</a></p>`}
    ${reportForm(view, provinces)}`;
}

function statusNotice({ t, language }: TraceView, trace: Api.TraceDto): Html {
  const { recall, lot, status } = trace;
  const corrected = trace.status !== 'corrected' && trace.note === null ? null : trace.note;
  if (status === 'recalled' && recall)
    return html`<div class="bad" role="alert">
      <strong>${t('tracePage.recalled')}</strong>
      <p>${t(`tracePage.recall.${recall.reason}`)}. ${recall.note}</p>
      <p>
        ${t('tracePage.recalledBy', { who: t(`tracePage.recalledAs.${recall.recalledAs}`), date: dayText(language, recall.recalledAt) })}
      </p>
    </div>`;
  if (status === 'expired' && lot?.expiresOn)
    return html`<div class="bad" role="alert"><strong>${t('trace.expired', { date: dayText(language, lot.expiresOn) })}</strong></div>`;
  if (status === 'corrected')
    return html`<div class="warn">
      <strong>${t('trace.corrected')}</strong>
      <p>${t('trace.correctedHelp')}</p>
    </div>`;
  return html`${corrected && html`<div class="warn">${corrected}</div>`}`;
}

function recognition({ t, language }: TraceView, { recognition: known }: Api.TraceDto): Html | null {
  if (!known) return null;
  const day = (value: string | null) => (value ? dayText(language, value) : '–');
  if (known.status === 'confirmed' && known.stars && !known.expired)
    return html`<p>
      <b>OCOP ${known.stars} ★</b><br /><small
        >${t('ocop.decision', {
          number: known.decisionNumber ?? '–',
          authority: known.authority ?? '–',
          date: day(known.decisionDate),
        })}</small
      >
    </p>`;
  return html`<p><small>${known.expired ? t('ocop.expired', { date: day(known.expiresOn) }) : t('ocop.declared')}</small></p>`;
}

/** What a buyer must be able to see: Circular 02/2024/TT-BKHCN art. 6(3) and Decree 37/2026 art. 32. */
function facts({ t, language }: TraceView, trace: Api.TraceDto): Html {
  const { lot, barcode, producer } = trace;
  const rows: [string, Html | string | null | false][] = [
    [t('trace.lot'), lot && html`<b>${lot.code}</b>`],
    [t('tracePage.traceCode'), lot && lot.traceCode],
    [lot ? t(`trace.produced.${lot.producedKind}`) : '', lot && dayText(language, lot.producedOn)],
    [t('trace.expires'), lot?.expiresOn ? dayText(language, lot.expiresOn) : null],
    [
      t('trace.place'),
      lot?.place
        ? html`${[lot.placeText, placeOf(lot.place.name, lot.place.provinceName)].filter(Boolean).join(', ')}
            <small>(${lot.place.code})</small>`
        : null,
    ],
    [t('tracePage.producerAddress'), placeOf(producer.communeName, producer.provinceName)],
    [t('label.part.brand'), trace.brandName],
    [t('label.part.barcode'), barcode && html`${barcode.digits}<br /><small>${t(`barcode.${barcode.kind}`)}</small>`],
    [t('tracePage.serial'), trace.serial],
    [t('trace.standards'), trace.standards],
    [t('trace.shelfLife'), trace.shelfLifeDays ? t('trace.days', { days: trace.shelfLifeDays }) : null],
  ];
  return html`<dl class="card">
      ${rows
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
    ${!lot && html`<p class="soft">${t('tracePage.packOnly')}</p>`}`;
}

function steps({ t, language }: TraceView, { events }: Api.TraceDto): Html {
  if (!events.length) return html`<p class="soft">${t('trace.noEvents')}</p>`;
  return html`<ol>
    ${events.map(
      (step) =>
        html`<li${step.correction && html` class="wrong"`}><b>${t(`trace.step.${step.step}`)}</b><br><time datetime="${step.occurredAt}">${momentText(language, step.occurredAt)}</time>${
          step.place && html`<br />${placeOf(step.place.name, step.place.provinceName)} <small>(${step.place.code})</small>`
        }${step.note && html`<br />${step.note}`}${
          step.correction &&
          html`<p class="warn">
            ${t(`tracePage.wrong.${step.correction.reason}`, { date: dayText(language, step.correction.declaredAt) })}
            ${step.correction.note}
          </p>`
        }${step.pictures.length > 0 && pictures(step.pictures, t(`trace.step.${step.step}`))}</li>`,
    )}
  </ol>`;
}

function pictures(list: readonly Api.EvidencePictureDto[], alt: string): Html {
  return html`<div class="pics">
    ${list.map(({ url, thumbUrl }) => html`<a href="${url}"><img src="${thumbUrl}" alt="${alt}" loading="lazy" /></a>`)}
  </div>`;
}

function links({ t, language }: TraceView, side: 'inputs' | 'outputs', lots: readonly Api.TraceLinkDto[]): Html | null {
  if (!lots.length) return null;
  return html`<h2>${t(`tracePage.${side}`)}</h2>
    <ul class="card parts">
      ${lots.map(
        (lot) =>
          html`<li>
            <span
              ><a href="${language === 'en' ? '/en' : ''}/t/${lot.traceCode}">${lot.productName}, ${t('trace.lot')} ${lot.lotCode}</a
              ><br /><small
                >${[lot.producerName, placeOf(lot.communeName, lot.provinceName)].filter(Boolean).join(', ')} ·
                ${dayText(language, lot.producedOn)}</small
              ></span
            >
            ${lot.recalled && html`<span class="chip stop">${t('tracePage.linkRecalled')}</span>`}
          </li>`,
      )}
    </ul>
    <p class="soft">${t('tracePage.linksDeclared')}</p>`;
}

/** Four levels, kept apart: what a household says is never shown as what a person has checked. */
function labelParts({ t }: TraceView, label: Api.TraceLabelDto): Html {
  const chip = (level: string) => html`<span class="chip ${level}">${t(`label.level.${level}`)}</span>`;
  return html`<ul class="card parts">
      ${(['brand', 'barcode', 'origin'] as const).map((part) => html`<li>${t(`label.part.${part}`)} ${chip(label[part].level)}</li>`)}
    </ul>
    ${
      label.missing.length > 0 &&
      html`<p>${t('label.stillMissing')} ${label.missing.map((field) => t(`label.missing.${field}`)).join(', ')}.</p>`
    }
    <details>
      <summary>${t('label.help')}</summary>
      <dl>
        ${['none', 'declared', 'format_valid', 'checked'].map(
          (level) =>
            html`<dt>${chip(level)}</dt>
              <dd>${t(`label.meaning.${level}`)}</dd>`,
        )}
      </dl>
    </details>`;
}

function placeOf(communeName: string | null, provinceName: string | null): string {
  return [communeName, provinceName].filter(Boolean).join(', ');
}
