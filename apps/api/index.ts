export { apiDocument } from './api-document.js';
export { AppModule } from './app.module.js';
export { LIBS } from './libs.js';
