import { compileMessage } from './message-compiler.js';

export default {
  legacy: false,
  messageCompiler: (message: unknown) => (typeof message === 'string' ? compileMessage(message) : () => message),
};
