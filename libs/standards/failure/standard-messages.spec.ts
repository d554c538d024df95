import { StandardError } from './standard-error.js';
import { STANDARD_MESSAGES, standardMessage } from './standard-messages.js';

it('every failure has a whole sentence in Vietnamese and in English', () => {
  for (const [code, { vi, en }] of Object.entries(STANDARD_MESSAGES)) {
    expect(code).toMatch(/^[a-z0-9-]+\.[a-z0-9-]+$/);
    expect(vi).toBe(vi.normalize('NFC'));
    expect([vi, en].every((sentence) => sentence.length > 15)).toBe(true);
  }
  expect(standardMessage('gs1.check-digit')).toBe('Số kiểm tra không đúng: có chữ số gõ nhầm.');
  expect(standardMessage('gs1.check-digit', 'en')).toBe('The check digit is wrong: a digit was mistyped.');
});

it('an error carries its code beside the detail', () => {
  const error = new StandardError('gs1.length', '123');
  expect(error).toBeInstanceOf(Error);
  expect({ name: error.name, code: error.code, message: error.message }).toEqual({
    name: 'StandardError',
    code: 'gs1.length',
    message: 'gs1.length: 123',
  });
});
