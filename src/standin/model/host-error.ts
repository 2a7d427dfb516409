/**
 * Errors with which the host answers a request. Codes and messages are those of Microsoft's documentation
 * ("Error handling with the application-specific JavaScript APIs"); where it is silent, docs/standin.md says so.
 */

export type HostErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'FormulaLengthExceedsLimit'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NonBlankCellOffSheet'
  | 'NotImplemented'
  | 'OperationCellsExceedLimit'
  | 'RangeExceedsLimit'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

export class HostError extends Error {
  override readonly name = 'HostError';

  constructor(
    readonly code: HostErrorCode,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

/** A gap of the stand-in, never of the add-in: it names the member, so that somebody builds it. */
export class GapError extends HostError {
  constructor(readonly member: string) {
    super('NotImplemented', `The stand-in Excel does not implement ${member}.`, 501);
  }
}

export const itemNotFound = (): HostError => new HostError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): HostError =>
  new HostError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);

export const invalidArgument = (message = 'The argument is invalid or missing or has an incorrect format.'): HostError =>
  new HostError('InvalidArgument', message);

export const wrongShape = (): HostError =>
  invalidArgument("The number of rows or columns in the input array doesn't match the size or dimensions of the range.");

export const invalidReference = (): HostError =>
  new HostError('InvalidReference', 'This reference is not valid for the current operation.');

export const invalidSelection = (): HostError =>
  new HostError('InvalidSelection', 'The current selection is invalid for this operation.');

export const accessDenied = (): HostError => new HostError('AccessDenied', 'You cannot perform the requested operation.', 403);

export const invalidOperation = (message = 'The operation attempted is invalid on the object.'): HostError =>
  new HostError('InvalidOperation', message);
