/** Where a person's episodes in a region are listed, by pseudonym. */
export const personPartition = (region: string, pseudonym: string): string => `P#${region}#${pseudonym}`
