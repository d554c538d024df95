import { Config, describeApi } from '@choxa/platform';
import { AppModule } from './app.module.js';

/** The OpenAPI 3.1 document of the whole API, made without starting it. */
export async function apiDocument(): Promise<object> {
  return describeApi(AppModule.forRoot(Object.assign(new Config(), { publicUrl: 'http://localhost:3000' })));
}
