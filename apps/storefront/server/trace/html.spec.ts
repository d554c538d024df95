import { html } from './html.js';

it('what is put in is escaped, in text and in attributes, once', () => {
  const name = `<script>alert("x")</script> & 'y'`;
  expect(html`<p title="${name}">${name}</p>`.text).not.toMatch(/<script|"x"|'y'/);
  expect(html`<p>${['<', '&'].map((sign) => html`<b>${sign}</b>`)}</p>`.text).toBe('<p><b>&#60;</b><b>&#38;</b></p>');
  expect(html`${null}${undefined}${false}${0}`.text).toBe('0');
});
