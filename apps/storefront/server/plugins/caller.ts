/** Lets pages rendered on the server speak to the API in the visitor's name (see app/composables/useApi.ts). */
export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', (event) => {
    event.context.apiHeaders = () => callerHeaders(event);
  });
});
