/** The queue could not take a message now: whether it was kept is not known; sending it again may help. */
export class QueueBusyError extends Error {
  override readonly name = 'QueueBusyError'
}
