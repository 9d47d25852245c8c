/** The requests of one client under one limit, within one window of time; `endsAt` is in whole seconds since 1970. */
export type CountedWindow = { readonly client: string; readonly limit: string; readonly endsAt: number }

/** Counts one request more, and tells how many there have been in its window with this one; exact among all who count in one place. */
export type CountRequest = (window: CountedWindow) => Promise<number>
