/** Whether an error of the SDK is of the network alone, so that nothing is known of what became of the request. */
export const isOfNetwork = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const hasNetworkCode = 'code' in error && typeof error.code === 'string' && networkCodes.has(error.code)
  return hasNetworkCode || error.name === 'TimeoutError'
}

const networkCodes = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])
