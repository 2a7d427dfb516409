/**
 * What the contract leaves in a workbook while it runs: names that nobody else uses, so that everything can be taken away
 * again, also by a later session when a run was cut off.
 */

/** The role that marks a case's own sheet. */
export const CONTRACT_ROLE = 'tong-hop/contract';

/** Sheets of cases are called by this and a number; what a case adds beside its own is called by that and a word. */
export const CONTRACT_STEM = 'Thử tiện ích';

export const TRACES = {
  xmlNamespace: 'urn:tong-hop:contract',
  workbookName: 'Hop_dong_nam',
  setting: 'tong-hop-contract',
  property: 'tong_hop_contract',
  title: 'Báo cáo hợp đồng',
} as const;
