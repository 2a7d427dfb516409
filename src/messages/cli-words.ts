/** What the command line says. Vietnamese like everything a clerk reads; option names stay as they are typed. */
export const CLI_WORDS = {
  usage: `Cách dùng: tong-hop [tùy chọn] ĐƯỜNG_DẪN…
           tong-hop --send-out TỆP.zip --roster TỆP [--campaign …] [--form MÃ]

ĐƯỜNG_DẪN là tệp bảng tính, thư mục hoặc tệp .zip chứa các báo cáo nhận được.

Tùy chọn:
  --form MÃ|TỆP.json   mẫu cần tổng hợp (mặc định: phu-luc-ii/lai-chau-2024), hoặc tệp mẫu tự tạo
  --out TỆP.xlsx       ghi bảng tổng hợp vào tệp này
  --json TỆP           ghi kết quả dạng JSON vào tệp (“-” là màn hình)
  --accept-proposals   tính luôn các cách hiểu được đề nghị
  --roster TỆP.csv     danh sách đơn vị phải báo cáo (UTF-8)
  --campaign TỆP.json|MÃ  đợt báo cáo: mẫu, năm, chủ đề, hạn nộp, dòng “Kèm theo”
  --last-year TỆP.xlsx bảng tổng hợp năm trước, để so sánh
  --decisions TỆP.json lựa chọn của người tổng hợp: ngày nhận, đơn vị, bản được tính, số liệu nhập tay
  --send-out TỆP.zip   gửi mẫu: mỗi đơn vị trong danh sách một tệp đã ghi sẵn tên, mã
  --chase TỆP.xlsx|.csv  danh sách đôn đốc: đơn vị chưa nộp, nộp chậm, cần sửa, kèm lời nhắn
  --report TỆP.docx    báo cáo bằng Word theo thể thức Nghị định 30/2020/NĐ-CP, kèm các phụ lục
  --reminder TỆP.docx  công văn đôn đốc các đơn vị chưa gửi hoặc cần sửa báo cáo
  --today NGÀY         ngày lập danh sách đôn đốc (như 2026-10-20; mặc định: hôm nay)
  --help               in hướng dẫn này

Mã kết thúc: 0 mọi tệp đều được tính; 1 có tệp bị từ chối hoặc chờ xác nhận; 2 dùng sai cách.`,
  noPaths: 'Chưa có tệp hoặc thư mục nào để tổng hợp.',
  unknownOption: (text: string): string => `Tùy chọn không hợp lệ: ${text}`,
  unknownForm: (id: string, known: readonly string[]): string => `Không có mẫu “${id}”. Các mẫu hiện có: ${known.join(', ')}.`,
  formUnreadable: (path: string): string => `Không đọc được tệp mẫu “${path}”.`,
  formUnusable: (path: string): string => `Tệp “${path}” không phải là một mẫu do phần mềm này lưu, hoặc đã bị sửa hỏng.`,
  noSuchPath: (path: string): string => `Không tìm thấy “${path}”.`,
  noFiles: 'Không tìm thấy tệp nào trong các đường dẫn đã cho.',
  rosterUnreadable: (path: string): string => `Không đọc được danh sách đơn vị “${path}”.`,
  rosterEmpty: (path: string): string => `Danh sách đơn vị “${path}” không có đơn vị nào.`,
  outNotXlsx: 'Tên tệp sau --out phải kết thúc bằng .xlsx.',
  cannotWrite: (path: string): string => `Không ghi được tệp “${path}”. Đề nghị kiểm tra thư mục và quyền ghi.`,
  reading: (done: number, file: string): string => `Đã đọc ${String(done)} tệp · ${file}`,
  summary: (counts: readonly (readonly [string, number])[]): string =>
    counts.map(([word, count]) => `${word}: ${String(count)}`).join(' · '),
  wrote: (path: string): string => `Đã ghi ${path}`,
  missing: (count: number): string => `Chưa nộp: ${String(count)} đơn vị`,
  unexpected: 'Có lỗi không lường trước trong phần mềm. Không có tệp nào bị thay đổi.',
} as const;
