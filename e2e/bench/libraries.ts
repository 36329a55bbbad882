/** What the product is built on, loaded as it loads it. */
export const libraries = await Promise.all([
  import('@azure/data-tables'),
  import('@azure/msal-node'),
  import('@azure/storage-blob'),
  import('@azure/storage-queue'),
  import('@microsoft/microsoft-graph-client'),
  import('@microsoft/teams.api'),
  import('@microsoft/teams.apps'),
  import('compression'),
  import('fast-xml-parser'),
  import('libphonenumber-js'),
  import('notifications-node-client'),
  import('temporal-polyfill'),
  import('zod'),
])
