/**
 * The policy of the add-in's pages: scripts and styles of ours by nonce, and Microsoft's script with what it loads beside itself. Outlook on
 * the web frames them; elsewhere they stand in a window of Outlook's own.
 */
export function outlookPolicy(
  nonce: string,
  { officeJs, frameAncestors }: { readonly officeJs: string; readonly frameAncestors: readonly string[] },
): string {
  const { origin } = new URL(officeJs)
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' ${origin}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    `frame-ancestors ${frameAncestors.join(' ') || "'none'"}`,
  ].join('; ')
}
