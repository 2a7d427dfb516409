/**
 * The ribbon buttons that run a function, by the names manifest.xml gives them. Chèn mẫu and Kiểm tra work without the
 * pane; Tổng hợp and Báo cáo choose a place in the pane and show it. Mở bảng is not here: Excel opens the pane itself.
 */
export const ACTION_IDS = ['insertForm', 'checkSheet', 'openConsolidation', 'openReport'] as const;

export type ActionId = (typeof ACTION_IDS)[number];
