/** Which tasks wait before they are tried again; forgotten when the process ends. */
export type Pauses = {
  readonly pause: (place: string, milliseconds: number) => void
  readonly isPaused: (place: string) => boolean
  /** Resolves when the first of the pauses is over; never when there is none. */
  readonly next: () => Promise<void>
  readonly after: (milliseconds: number) => Promise<void>
}

/** Pauses by the monotonic clock of the process, which they do not keep alive. */
export const pauses = (): Pauses => {
  const until = new Map<string, number>()
  const after = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds).unref()
    })
  return {
    pause: (place, milliseconds) => {
      until.set(place, performance.now() + milliseconds)
    },
    isPaused: (place) => {
      if ((until.get(place) ?? 0) > performance.now()) return true
      until.delete(place)
      return false
    },
    next: () => {
      const now = performance.now()
      const soonest = Math.min(...until.values())
      // Those that are over need no more waking, even if their task is there no longer.
      for (const [place, end] of until) if (end <= now) until.delete(place)
      return soonest === Infinity ? new Promise(() => undefined) : after(Math.max(0, Math.ceil(soonest - now)))
    },
    after,
  }
}

/** Waits for something, but no longer than so many ms. */
export const atMost = async (awaited: Promise<void>, milliseconds: number): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const patience = setTimeout(resolve, milliseconds)
  await Promise.race([awaited, promise])
  clearTimeout(patience)
}
