/** The clerk's answers as changes of the decisions. Pure: the session keeps what comes out, the desk consolidates with it. */
import type { Decisions } from '../../core/campaign/decisions';
import type { ReportingUnit } from '../../core/campaign/reporting-unit';

type Change = (decisions: Decisions) => Decisions;

/** Accepts the readings of these rows: file → row ids. */
export function acceptRows(rows: readonly { readonly file: string; readonly row: string }[]): Change {
  return (decisions) => {
    const accepted = { ...decisions.accepted };
    for (const { file, row } of rows) {
      const known = Object.hasOwn(accepted, file) ? accepted[file] : undefined;
      if (known === 'all' || known?.includes(row) === true) continue;
      accepted[file] = [...(known ?? []), row];
    }
    return { ...decisions, accepted };
  };
}

/** Gives a file its unit. A name that the roster did not know is remembered, so that it is not asked again. */
export function assignUnit(file: string, unit: ReportingUnit, remember: string): Change {
  return (decisions) => ({
    ...decisions,
    units: { ...decisions.units, [file]: unit },
    names: remember === '' || unit.code === null ? decisions.names : { ...decisions.names, [remember]: unit.code },
  });
}

export function settleSupplement(file: string, how: 'replace' | 'add'): Change {
  return (decisions) => ({ ...decisions, supplements: { ...decisions.supplements, [file]: how } });
}

/** Of several reports of one unit, this one counts. */
export function chooseVersion(file: string, rivals: readonly string[]): Change {
  return (decisions) => ({ ...decisions, versions: [...decisions.versions.filter((one) => !rivals.includes(one)), file] });
}

export function returnFile(file: string, isReturned: boolean): Change {
  return (decisions) => {
    const others = decisions.returned.filter((one) => one !== file);
    return { ...decisions, returned: isReturned ? [...others, file] : others };
  };
}

/** Days of receipt ("2024-10-19") by file; null takes the confirmation back. */
export function confirmReceipts(days: readonly { readonly file: string; readonly day: string | null }[]): Change {
  return (decisions) => {
    const receipts = new Map(Object.entries(decisions.receipts));
    for (const { file, day } of days) {
      if (day === null) receipts.delete(file);
      else receipts.set(file, day);
    }
    return { ...decisions, receipts: Object.fromEntries(receipts) };
  };
}

/** Leaves a unit out of everything for now, or takes it in again. */
export function switchUnit(unit: ReportingUnit, isCounted: boolean): Change {
  return (decisions) => {
    const isThis = (one: string): boolean => one === unit.code || one === unit.name;
    const others = decisions.switchedOff.filter((one) => !isThis(one));
    return { ...decisions, switchedOff: isCounted ? others : [...others, unit.code ?? unit.name] };
  };
}

/** Removes figures that were typed in. */
export function removeTypedIn(name: string): Change {
  return (decisions) => ({ ...decisions, typedIn: decisions.typedIn.filter((one) => one.unit.name !== name) });
}
