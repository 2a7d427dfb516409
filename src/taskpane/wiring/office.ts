/** What the pane asks of Office before anything else is loaded: a few lines, so they come with the first load. */
export { officeState, officeTheme } from '../../excel/office-page';
