import { html } from './html.js';

it('what is put in is escaped, in text and in attributes, once', () => {
  const name = `<script>alert("x")</script> & 'y'`;
  expect(html`<p title="${name}">${name}</p>`.text).not.toMatch(/<script|"x"|'y'/);
  expect(
    html`<ul>
      ${['<', '&'].map((sign) => html`<li>${sign}</li>`)}
    </ul>`.text,
  ).toBe('<ul><li>&#60;</li><li>&#38;</li></ul>');
  expect(html`${null}${undefined}${false}${0}`.text).toBe('0');
});
