import { createHash } from 'node:crypto';

/**
 * A meta element after which the page loads nothing and runs nothing but these very texts (CSP Level 3, hash sources):
 * whatever foreign text might become, it is neither script nor style nor a request.
 */
export function securityMeta(styles: readonly string[], scripts: readonly string[]): string {
  const policy = [
    "default-src 'none'",
    `style-src ${sources(styles)}`,
    `script-src ${sources(scripts)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">`;
}

function sources(texts: readonly string[]): string {
  if (texts.length === 0) return "'none'";
  return texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
}

/** Data for a script of the page, in an element that no browser runs; nothing in it can end the element. */
export function dataElement(id: string, value: unknown): string {
  const text = JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return `<script type="application/json" id="${id}">${text}</script>`;
}
