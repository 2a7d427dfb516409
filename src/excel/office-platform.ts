/** On what kind of machine Excel runs: what a page may save, and how, differs between them. */

/** "web": Excel in a browser. */
export type OfficePlatform = 'windows' | 'mac' | 'web' | 'other';

/** Null in a plain browser, and before the library is ready. */
export function officePlatform(): OfficePlatform | null {
  if (typeof Office === 'undefined') return null;
  const context = Office.context as Office.Context | undefined;
  // Outside Office the library says null, whatever its types say.
  const platform = context?.platform as Office.PlatformType | null | undefined;
  switch (platform) {
    case undefined:
    case null:
      return null;
    case Office.PlatformType.PC:
    case Office.PlatformType.Universal:
      return 'windows';
    case Office.PlatformType.Mac:
      return 'mac';
    case Office.PlatformType.OfficeOnline:
      return 'web';
    default:
      return 'other';
  }
}
