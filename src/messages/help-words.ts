/** Words of "Trợ giúp": what each part of the add-in is for, in a sentence or two. */
const CONSOLIDATING = {
  name: 'Tổng hợp',
  text:
    'Chọn tệp, thư mục hoặc tệp .zip đã nhận; mỗi tệp được đọc, kiểm tra và cộng vào bảng tổng hợp. ' +
    'Tệp gửi chậm được thêm sau mà không phải đọc lại các tệp trước.',
};
const SETTINGS = {
  name: 'Cài đặt đợt báo cáo',
  text: 'Tên đợt, ngày của Tuần lễ, hạn nộp, cơ quan và danh sách đơn vị báo cáo. Danh sách xã, phường của từng tỉnh có sẵn.',
};

export const HELP_WORDS = {
  inExcel: [
    { name: 'Mẫu', text: 'Chèn phụ lục chính thức của đợt báo cáo vào sổ tính đang mở, sẵn sàng để điền, in và gửi.' },
    {
      name: 'Kiểm tra',
      text:
        'Liệt kê các ô cần xem lại trên trang đang mở và tô màu chúng; bấm vào một dòng để đến ô đó. ' +
        'Nút “Sửa” ghi cách hiểu đã nêu vào ô và luôn hoàn tác được. Danh sách tự cập nhật trong lúc nhập.',
    },
    CONSOLIDATING,
    SETTINGS,
  ],
  inBrowser: [
    { name: 'Mẫu', text: 'Lưu phụ lục chính thức của đợt báo cáo thành tệp .xlsx để điền, in và gửi.' },
    CONSOLIDATING,
    SETTINGS,
  ],
  support: 'Trang hỗ trợ',
  privacy: 'Quyền riêng tư',
} as const;
