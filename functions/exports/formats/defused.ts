/**
 * A text that no spreadsheet takes for a formula: where it begins with `=`, `+`, `-`, `@` (also in their full-width forms,
 * and after blanks), a tab or a line break, an apostrophe is put before it, as OWASP's page on CSV injection advises. An
 * apostrophe of its own gets another, so nothing is lost: to read a text back, drop the first character if it is an apostrophe.
 */
export const defused = (text: string): string => (BEGINS_A_FORMULA.test(text) ? `'${text}` : text)

// Blanks and what cannot be seen are passed over, since some programs trim them before they look for a formula.
const BEGINS_A_FORMULA = /^(?:[\t\r\n]|[\s\p{C}]*['=+\-@＝＋－＠])/u
