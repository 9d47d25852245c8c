import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The most that was held at once: how many of the objects watched, and how much of the heap in all. */
export type Held = { readonly objects: number; readonly megabytes: number }

/** Watches what is read for how long it is held; `most` tells what the fullest moment held. */
export type Watch = { readonly read: (objects: readonly object[]) => Promise<void>; readonly most: () => Held }

setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

/** A watch that has seen nothing yet. */
export const watch = (): Watch => {
  let seen: readonly WeakRef<object>[] = []
  let most: Held = { objects: 0, megabytes: 0 }
  return {
    read: async (objects) => {
      seen = [...seen, ...objects.map((object) => new WeakRef(object))]
      // What a weak reference has been made to or asked for is held until the turn ends.
      await setImmediate()
      if (typeof collect === 'function') collect()
      const megabytes = process.memoryUsage().heapUsed / 1_048_576
      seen = seen.filter((reference) => reference.deref() !== undefined)
      most = { objects: Math.max(most.objects, seen.length), megabytes: Math.max(most.megabytes, megabytes) }
    },
    most: () => most,
  }
}
