/** A text as it stands in HTML, between tags and in attributes; what HTML cannot hold becomes the replacement character. */
export const escapedHtml = (text: string): string =>
  text
    .replace(NOT_IN_HTML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what HTML cannot hold.
const NOT_IN_HTML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
