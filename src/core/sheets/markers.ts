/**
 * Marks that the product leaves in what it makes, so that it knows its own work again: roles of sheets, and custom
 * document properties. All of it may be missing or forged in a received file; it is evidence, never proof.
 */

export const SHEET_ROLES = {
  form: 'tong-hop/form',
  summary: 'tong-hop/summary',
  details: 'tong-hop/details',
  ledger: 'tong-hop/ledger',
  review: 'tong-hop/review',
  other: 'tong-hop/other',
  lineage: 'tong-hop/lineage',
  texts: 'tong-hop/texts',
  report: 'tong-hop/report',
  guide: 'tong-hop/guide',
  roster: 'tong-hop/roster',
  chasing: 'tong-hop/chasing',
} as const;

/** Names of custom document properties. */
export const PROPERTY = {
  kind: 'TongHop.Kind',
  form: 'TongHop.Form',
  year: 'TongHop.Year',
  unitCode: 'TongHop.UnitCode',
  unitName: 'TongHop.UnitName',
  campaign: 'TongHop.Campaign',
} as const;

/** The hidden sheet of a summary workbook that the next level reads. */
export const LINEAGE_SHEET = '_tonghop';
