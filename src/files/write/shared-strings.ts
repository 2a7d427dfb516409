/** The shared strings part (xl/sharedStrings.xml): every text of the workbook once. ECMA-376 Part 1, 18.4.9. */
import { escapeText, XML_HEAD } from './xml-text';

export class SharedStrings {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The number of a text, for the value of a cell of type s. */
  place(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.places.size);
    return this.places.size - 1;
  }

  xml(): string {
    const parts = [
      `${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${String(this.uses)}" ` +
        `uniqueCount="${String(this.places.size)}">`,
    ];
    for (const text of this.places.keys()) parts.push(`<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
    parts.push('</sst>');
    return parts.join('');
  }
}
