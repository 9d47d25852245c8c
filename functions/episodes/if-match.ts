/** What an `If-Match` header expects of the current revision's number; undefined without the header (RFC 9110, 13.1.1). */
export const expectedRevision = (
  ifMatch: string | undefined,
): ((current: number | undefined) => boolean) | undefined => {
  if (ifMatch === undefined) return undefined
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  return (current) => current !== undefined && (tags.includes('*') || tags.includes(`"${current}"`))
}
