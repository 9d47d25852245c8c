import { type AttributeValue, type Condition, type Item, type Key, TableLimitError, type Write } from './table.ts'

/** The most bytes of items that one page of a query holds. */
export const pageBytes = 1024 * 1024

/** The bytes of an item as DynamoDB counts them: UTF-8 of names and strings, numbers by their digits, one for a boolean. */
export const itemSize = (item: Attributes): number => {
  let bytes = 0
  for (const [name, value] of Object.entries(item)) bytes += Buffer.byteLength(name) + valueSize(value)
  return bytes
}

/** Throws {@link TableLimitError} unless both parts of the key are non-empty, well formed and within 2048 and 1024 bytes. */
export const checkKey = ({ pk, sk }: Key): void => {
  checkKeyString('pk', pk, 2048)
  checkKeyString('sk', sk, 1024)
}

/** Throws {@link TableLimitError} unless the string may stand as the named part of a key. */
export const checkKeyString = (name: string, value: string, bytes: number): void => {
  if (value === '') refuse(`${name} is empty`)
  if (!value.isWellFormed()) refuse(`${name} is not well-formed Unicode`)
  if (Buffer.byteLength(value) > bytes) refuse(`${name} is larger than ${bytes} bytes`)
}

/** Throws {@link TableLimitError} unless the item as it would stand is at most 400 KB. */
export const checkItemSize = (item: Item): void => {
  if (itemSize(item) > itemBytes) refuse(`an item is larger than ${itemBytes} bytes`)
}

/** Throws {@link TableLimitError} unless the write alone may be sent; what an update grows to only the table can tell. */
export const checkWrite = (write: Write): void => {
  const content = contentOf(write)
  checkKey(content)
  checkAttributes(content)
  checkItemSize(content)
  if (write.kind === 'update') checkUpdate(write.set)
  if (write.condition !== undefined) checkCondition(write.condition)
}

/** Throws {@link TableLimitError} unless these are 1 to 100 allowed writes on distinct keys, of at most 4 MB in all. */
export const checkWrites = (writes: readonly Write[]): void => {
  if (writes.length < 1 || writes.length > 100) refuse(`a transaction of ${writes.length} writes is not 1 to 100`)
  for (const write of writes) checkWrite(write)
  const contents = writes.map(contentOf)
  checkTransactionSize(contents)
  const keys = new Set(contents.map(({ pk, sk }) => JSON.stringify([pk, sk])))
  if (keys.size < writes.length) refuse('a transaction has two writes on one key')
}

/** Throws {@link TableLimitError} unless the items of one transaction are at most 4 MB together. */
export const checkTransactionSize = (items: readonly Item[]): void => {
  const bytes = items.reduce((sum, item) => sum + itemSize(item), 0)
  if (bytes > transactionBytes) refuse(`a transaction is larger than ${transactionBytes} bytes`)
}

type Attributes = { readonly [attribute: string]: AttributeValue }

const itemBytes = 400 * 1024
const transactionBytes = 4 * 1024 * 1024

// What a write carries: DynamoDB counts these towards the limits of the request.
const contentOf = (write: Write): Item => {
  switch (write.kind) {
    case 'put':
      return write.item
    case 'update':
      return { ...write.set, pk: write.key.pk, sk: write.key.sk }
    case 'delete':
      return { pk: write.key.pk, sk: write.key.sk }
  }
}

const valueSize = (value: AttributeValue): number => {
  switch (typeof value) {
    case 'string':
      return Buffer.byteLength(value)
    case 'number':
      return numberSize(value)
    case 'boolean':
      return 1
  }
}

// DynamoDB documents "about one byte for two significant digits, and one": the digits go in pairs from the decimal point.
const numberSize = (value: number): number => {
  const [mantissa = '', exponent = ''] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '').length
  const pairs = Number(exponent) % 2 === 0 ? Math.floor(digits / 2) + 1 : Math.ceil(digits / 2)
  return 1 + pairs + (value < 0 ? 1 : 0)
}

const checkAttributes = (attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) checkAttribute(name, value)
}

const checkAttribute = (name: string, value: AttributeValue): void => {
  if (name === '' || !name.isWellFormed()) refuse('an attribute name is empty or not well-formed Unicode')
  if (typeof value === 'string' && !value.isWellFormed()) refuse(`${name} is not well-formed Unicode`)
  if (typeof value === 'number' && !isStorableNumber(value)) refuse(`${name} is not a number that the table can hold`)
}

// DynamoDB holds magnitudes from 1e-130 to below 1e126, with 38 digits where a double has 17 at most.
const isStorableNumber = (value: number): boolean => {
  const magnitude = Math.abs(value)
  return magnitude === 0 || (magnitude >= 1e-130 && magnitude < 1e126)
}

const checkUpdate = (set: Attributes): void => {
  const names = Object.keys(set)
  if (names.includes('pk') || names.includes('sk')) refuse('an update cannot change the key')
  // An expression has at most 4 KB, which is room for this many assignments.
  if (names.length < 1 || names.length > 300) refuse(`an update of ${names.length} attributes is not 1 to 300`)
}

const checkCondition = (condition: Condition): void => {
  if (condition.kind === 'equals') checkAttribute(condition.attribute, condition.value)
}

const refuse = (reason: string): never => {
  throw new TableLimitError(reason)
}
