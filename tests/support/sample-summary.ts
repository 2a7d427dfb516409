/** The words and sentences of planned summaries in tests. Sentences name code and parameters: prose is tested elsewhere. */
import type { Consolidation } from '../../src/core/consolidation/consolidation';
import { planSummary, type SummaryOptions } from '../../src/core/sheets/plan-summary';
import type { WorkbookPlan } from '../../src/core/sheets/sheet-plan';
import { sheetWords } from '../../src/messages/sheet-words';

export const summaryOptions: SummaryOptions = {
  words: sheetWords,
  year: 2024,
  attachedTo: '(Kèm theo Báo cáo số 45/BC-UBND ngày 25 tháng 10 năm 2024 của Ủy ban nhân dân tỉnh Lai Châu)',
  office: { code: null, name: 'Sở Giáo dục và Đào tạo tỉnh Lai Châu' },
  consolidatedOn: '2024-10-21',
  describe: (one) => `${one.code}: ${JSON.stringify(one.params)}`,
  describeState: ({ state, reason }) => ({ state, reason: reason ?? '' }),
};

export function samplePlan(consolidation: Consolidation, options: Partial<SummaryOptions> = {}): WorkbookPlan {
  return planSummary(consolidation, { ...summaryOptions, ...options });
}
