/** The shelf of exports could not take a file now: whether it was kept is not known; keeping it again may help. */
export class ShelfBusyError extends Error {
  override readonly name = 'ShelfBusyError'
}
