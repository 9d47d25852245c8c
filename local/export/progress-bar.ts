import type { TellProgress } from '#functions/exports/measure-month.ts'

/** Where a bar is drawn: a terminal; on anything else none is. */
export type Terminal = { readonly isTTY?: boolean; readonly write: (text: string) => unknown }

const WIDTH = 40

/** A bar that fills as the work is done, and is wiped away when it is. */
export const progressBar = (terminal: Terminal): ((name: string) => TellProgress) => {
  if (terminal.isTTY !== true) return () => () => undefined
  return (name) => (done, total) => {
    const filled = Math.round((WIDTH * done) / total)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
    const percent = `${Math.floor((100 * done) / total)}`.padStart(3)
    terminal.write(done === total ? '\r\u001b[K' : `\r${name} ${bar} ${percent} %`)
  }
}
