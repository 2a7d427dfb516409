/**
 * The stand-in's own add-in: a plain user of Office.js without any knowledge of the stand-in. It fills a sample
 * form, reads the selection, lists changes, and runs the contract suite.
 */
import { runContract } from '../../excel/contract/run-contract';

interface ProbeWindow {
  probeReady?: boolean;
  probeContract?: unknown;
}

const show = (text: string): void => {
  const out = document.getElementById('out');
  if (out !== null) out.textContent = text;
};

async function fillForm(): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:D1').merge();
    sheet.getRange('A1').values = [['SỐ LIỆU TUẦN LỄ HỌC TẬP SUỐT ĐỜI']];
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A1').format.horizontalAlignment = 'Center';
    sheet.getRange('A3:D6').values = [
      ['Đơn vị', 'Số lớp', 'Số người', 'Bình quân'],
      ['Xã Suối Ngân', 12, 350, ''],
      ['Xã Đồi Chè', 7, 180, ''],
      ['Xã Bãi Phượng', 15, 450, ''],
    ];
    const table = sheet.tables.add('A3:D6', true);
    sheet.getRange('D4:D6').formulas = Array.from({ length: 3 }, () => ['=[@[Số người]]/[@[Số lớp]]']);
    sheet.getRange('D4:D6').numberFormat = [['0.0'], ['0.0'], ['0.0']];
    sheet.getRange('A8:C8').formulas = [['Tổng', '=SUM(B4:B6)', '=SUM(C4:C6)']];
    sheet.getRange('B4:C6').dataValidation.rule = { wholeNumber: { formula1: 0, operator: 'GreaterThanOrEqualTo' } };
    sheet.getRange('B4:C6').dataValidation.prompt = {
      title: 'Số lượng',
      message: 'Nhập số nguyên, để trống nếu không có.',
      showPrompt: true,
    };
    sheet.getRange('B4:C6').dataValidation.errorAlert = {
      title: 'Chưa đúng',
      message: 'Đề nghị nhập số nguyên không âm.',
      showAlert: true,
      style: 'Stop',
    };
    const mark = sheet.getRange('C4:C6').conditionalFormats.add(Excel.ConditionalFormatType.custom);
    mark.custom.rule.formula = '=C4>400';
    mark.custom.format.fill.color = '#FFEB9C';
    sheet.getRange('A:A').format.columnWidth = 150;
    sheet.freezePanes.freezeRows(3);
    table.getHeaderRowRange().format.horizontalAlignment = 'Center';
    await context.sync();
  });
}

async function readSelection(): Promise<void> {
  await Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load('address,text');
    await context.sync();
    show(`${range.address}\n${range.text.map((line) => line.join(' | ')).join('\n')}`);
  });
}

async function watchChanges(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => {
      const details = event.details as Excel.ChangedEventDetail | undefined;
      const values = details === undefined ? '' : `: ${String(details.valueBefore)} → ${String(details.valueAfter)}`;
      show(`${event.changeType} ${event.address}${values}`);
      return Promise.resolve();
    });
    await context.sync();
  });
}

async function contract(): Promise<void> {
  show('Đang chạy…');
  const outcomes = await runContract((work) => Excel.run(work));
  (window as ProbeWindow).probeContract = outcomes;
  const failed = outcomes.filter((outcome) => !outcome.passed);
  const lines = failed.map((outcome) => `✗ ${outcome.id}: ${'reason' in outcome ? outcome.reason : ''}`);
  show([`${String(outcomes.length - failed.length)}/${String(outcomes.length)} mục đạt.`, ...lines].join('\n'));
}

/** A button's work; what goes wrong is shown, never swallowed. */
function onClick(id: string, work: () => Promise<void>): void {
  document.getElementById(id)?.addEventListener('click', () => {
    work().catch((error: unknown) => show(String(error)));
  });
}

async function start(): Promise<void> {
  await Office.onReady();
  Office.actions.associate('fillForm', (event: Office.AddinCommands.Event) => {
    fillForm()
      .catch((error: unknown) => show(String(error)))
      .finally(() => event.completed());
  });
  onClick('fill', fillForm);
  onClick('read', readSelection);
  onClick('contract', contract);
  await watchChanges();
  show('Đã nối với Excel.');
  (window as ProbeWindow).probeReady = true;
}

void start();
