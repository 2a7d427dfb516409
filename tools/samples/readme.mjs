/** The README of the samples: what each file is and what must come out, from the plain data. */

const HEAD = `# Samples

What a district office receives after the Week, made from the plain data in \`units.mjs\` by \`npm run samples\`. The district
of Khe Vàng, its communes and schools are invented; no figure, name or person is real.

- \`units.mjs\`: what each unit reports, how it typed it, and how that is to be read. The only source.
- \`received/\`: the files as they come in. The same data give the same bytes.
- \`roster.csv\`: who had to report. Two of them did not (one sent a file that cannot be opened).
- \`expected.json\`: what must come out, in the shape of \`--json\` (docs/json.md) without the sentences. It is worked out
  from \`units.mjs\` by \`tools/samples/expected.mjs\`, which shares no code with the product. \`accepted\` holds the totals
  with \`--accept-proposals\`, \`withRoster\` the units missing with \`--roster samples/roster.csv\`.

\`\`\`
npm run --silent tong-hop -- samples/received --out out.xlsx --json -
\`\`\`

| file | unit | what is odd in it | what must come out |
| --- | --- | --- | --- |
`;

function outcome(state, reason) {
  return reason === undefined || reason === null ? state : `${state} (${reason})`;
}

/** A cell of a table in Markdown: bars inside would end it. */
function cell(text) {
  return text.replaceAll('|', '\\|');
}

export function readmeOf({ UNITS, COPIES, OTHERS }) {
  const rows = [
    ...UNITS.map((unit) => [unit.file, unit.unit?.name ?? '–', unit.odd, outcome(unit.outcome, unit.reason)]),
    ...COPIES.map((copy) => [
      copy.file,
      UNITS.find((unit) => unit.file === copy.of).unit.name,
      copy.odd,
      'duplicate (same-bytes)',
    ]),
    ...OTHERS.map((one) => [one.file, '–', one.odd, outcome('refused', one.reason)]),
  ];
  return HEAD + rows.map((row) => `| ${row.map(cell).join(' | ')} |\n`).join('');
}
