export { AppModule } from './app.module.js';
export { LIBS } from './libs.js';
