/** What vue-i18n hands a message when it is shown. */
interface MessageContext {
  named: (name: string) => unknown;
  plural: (forms: string[]) => string;
  normalize: (parts: string[]) => string;
}

type Message = (context: MessageContext) => string;

/** Texts are few and never change, but are shown again and again: each is compiled once. */
const compiled = new Map<string, Message>();

const PIECE = /\{\s*(?:'([^']*)'|([A-Za-z_]\w*))\s*\}/g;

/**
 * Turns a text of the locale files into what vue-i18n shows: `{name}`, the literal `{'|'}`, and forms for numbers after
 * ` | `. That is all our texts use; vue-i18n's own compiler does more and weighs 6 KiB on every first visit.
 */
export function compileMessage(text: string): Message {
  const message = compiled.get(text) ?? compileForms(text);
  compiled.set(text, message);
  return message;
}

function compileForms(text: string): Message {
  const forms = text.split(' | ').map(compileForm);
  if (forms.length === 1) return (context) => context.normalize(forms[0]!(context));
  return (context) => context.plural(forms.map((form) => context.normalize(form(context))));
}

function compileForm(form: string): (context: MessageContext) => string[] {
  const parts: (string | { name: string })[] = [];
  let from = 0;
  for (const piece of form.matchAll(PIECE)) {
    parts.push(form.slice(from, piece.index), piece[1] ?? { name: piece[2]! });
    from = piece.index + piece[0].length;
  }
  parts.push(form.slice(from));
  return ({ named }) => parts.map((part) => (typeof part === 'string' ? part : String(named(part.name) ?? '')));
}
