/** Which component stands in which place. Only the first place is in the first load; the others come when they are shown. */
import type { Place } from '../state/session-store';
import type { Load } from './loaded';

export const PLACE_PANELS: Readonly<Record<Exclude<Place, 'consolidating'>, Load>> = {
  forms: () => import('../forms-place/forms-place').then((module) => module.FormsPlace),
  checking: () => import('../checking/check-place').then((module) => module.CheckPlace),
  reporting: () => import('../reporting/report-place').then((module) => module.ReportPlace),
  settings: () => import('../settings/settings-place').then((module) => module.SettingsPlace),
  help: () => import('./help-place').then((module) => module.HelpPlace),
  trial: () => import('../diagnostics/diagnostics-panel').then((module) => module.DiagnosticsPanel),
};
