/** The error values of the binary formats (.xls, .xlsb) as Excel prints them. [MS-XLS] 2.5.10 */

const CODES: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

export function errorCode(code: number): string {
  return CODES[code] ?? '#N/A';
}
