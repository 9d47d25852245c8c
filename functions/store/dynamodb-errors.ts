import { DynamoDBServiceException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { isOfNetwork } from './network-failure.ts'
import { TableBusyError, TableLimitError } from './table.ts'

/** Whether the request lost to others at the same moment, so that the same request may be sent again at once. */
export const isConflict = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).some(({ Code }) => Code !== undefined && conflictReasons.has(Code))
  }
  return error instanceof DynamoDBServiceException && conflictNames.has(error.name)
}

/** The error as the port promises it: too large, busy, or (a broken promise) as it came. */
export const translated = (error: unknown): unknown => {
  if (isConflict(error) || isUnanswered(error)) {
    return new TableBusyError('DynamoDB could not answer now', { cause: error })
  }
  if (isTooLarge(error)) return new TableLimitError('DynamoDB refuses the size of the request', { cause: error })
  return error
}

const conflictReasons = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

const conflictNames = new Set(['TransactionConflictException', 'TransactionInProgressException'])

const throttlingNames = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottledException',
])

// What the SDK has sent again as often as it does, without an answer.
const isUnanswered = (error: unknown): boolean => {
  if (error instanceof DynamoDBServiceException) {
    const status = error.$metadata.httpStatusCode ?? 0
    return error.$fault === 'server' || status >= 500 || throttlingNames.has(error.name)
  }
  return isOfNetwork(error)
}

const isTooLarge = (error: unknown): boolean => {
  if (error instanceof TransactionCanceledException) {
    return (error.CancellationReasons ?? []).some(
      ({ Code, Message }) => Code === 'ValidationError' && isOfSize(Message),
    )
  }
  return error instanceof DynamoDBServiceException && error.name === 'ValidationException' && isOfSize(error.message)
}

const isOfSize = (message: string | undefined): boolean =>
  /\bsize\b|exceed|larger than|length less than/i.test(message ?? '')
