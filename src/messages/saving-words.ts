/** Where a saved file went, by the kind of machine. */
export const SAVING_WORDS = {
  downloads: (name: string): string => `Đã lưu tệp “${name}” vào thư mục tải về (Downloads) của trình duyệt.`,
  'bar-in-pane': (name: string): string =>
    `Đã tạo tệp “${name}”. Nếu Excel hiện thanh thông báo trong khung này, xin bấm “Mở” hoặc “Lưu thành”; ` +
    'nếu không, tệp nằm trong thư mục tải về (Downloads).',
  mac: (name: string): string =>
    `Đã chuyển tệp “${name}” cho máy Mac lưu vào thư mục tải về (Downloads). Nếu không thấy tệp ở đó, ` +
    'xin mở phần mềm này bằng trình duyệt (Safari, Chrome) rồi lưu lại.',
} as const;
