/**
 * The words that stand beside numbers in such tables, as data: what they count, or what they do to the number. A
 * province with other words gets them here (or, for a unit of measure of its own form, from the form itself).
 */

/** Groups of things that are counted alike; a row's unit of measure accepts some groups, the others are another thing. */
export type ThingGroup =
  'class' | 'event' | 'news' | 'book' | 'sheet' | 'collective' | 'school' | 'district' | 'commune' | 'other';

/** Words of one group are the same unit: cuốn, quyển, bản. Separated by " | ". */
export const THING_WORDS: Readonly<Record<ThingGroup, string>> = {
  class: 'lớp | lớp học | lớp tập huấn | lớp bồi dưỡng | khóa | khóa học | khóa tập huấn',
  event:
    'cuộc | buổi | hội nghị | hội thảo | hội thi | cuộc thi | hoạt động | đợt | chuyên đề | tọa đàm | ' +
    'cuộc tọa đàm | buổi tọa đàm | sự kiện | chương trình | ngày hội | lượt tổ chức | trận | giải đấu | ' +
    'buổi sinh hoạt | triển lãm | số cuộc',
  news: 'tin | bài | tin bài | bài viết | bài báo | phóng sự | tin tức | bản tin | chuyên mục | video | clip | ' + 'bài đăng',
  book: 'quyển | cuốn | bản | quyển sách | cuốn sách | bản sách | quyển truyện | cuốn truyện',
  sheet:
    'tờ | tờ rơi | tờ gấp | áp phích | băng rôn | băng zôn | băng dôn | khẩu hiệu | pano | pa nô | poster | tấm | ' +
    'ấn phẩm | banner',
  collective:
    'tập thể | đơn vị | cơ quan | tổ chức | doanh nghiệp | công ty | chi đội | liên đội | chi đoàn | chi hội | ' +
    'ban | phòng | tổ | địa phương | nhóm | gia đình | dòng họ | cộng đồng',
  school:
    'trường | trung tâm | cơ sở | cơ sở giáo dục | trường học | điểm trường | trung tâm học tập cộng đồng | ' +
    'ttgdtx | tt | tthtcđ | trường tiểu học | trường mầm non | trường thcs | trường thpt',
  district: 'huyện | quận | thị xã | thành phố',
  commune: 'xã | phường | thị trấn | đặc khu',
  other:
    'đầu sách | tên sách | suất | suất học bổng | suất quà | phần quà | phần thưởng | quà | giải | giải thưởng | ' +
    'bộ | chiếc | cái | thùng | bao | kg | tiết | tiết học | giờ | ngày | tháng | tủ sách | thư viện | ' +
    'giấy khen | bằng khen | cây | ngôi nhà | xe đạp | máy tính | thôn | tỉnh | hộ | hộ gia đình | tuần | phút | ' +
    'trang | học bổng | xe | tấn | mô hình',
};

/** Words that count people. "Lượt" alone means attendances. */
export const PERSON_WORDS =
  'người | lượt người | lượt | hội viên | học sinh | học viên | giáo viên | em | em học sinh | cháu | đại biểu | ' +
  'cá nhân | đoàn viên | đội viên | sinh viên | cán bộ | công nhân | lao động | người lao động | công chức | ' +
  'viên chức | nhân viên | phụ huynh | thành viên | trẻ | trẻ em | thầy cô | báo cáo viên | người dân | ' +
  'nhân dân | bạn đọc | độc giả | vận động viên | thí sinh | lượt học sinh | lượt học viên | lượt hội viên | ' +
  'lượt cán bộ | lượt giáo viên | lượt đại biểu | lượt đoàn viên | lượt người dân | lượt người tham gia | ' +
  'lượt tham gia | lượt bạn đọc | lượt em | cbgv | cbccvc | cbcc | cbql | cbgvnv | hs | gv | hv | sv | nlđ | cb | ' +
  'đvtn | đoàn viên thanh niên | thanh niên | thiếu nhi | phụ nữ | nông dân | quần chúng | nhà giáo | ' +
  'cán bộ giáo viên | cán bộ quản lý | bà con | khán giả | người xem | người tham gia | người tham dự | ' +
  'cán bộ công chức | công chức viên chức | công nhân lao động';

/** Words that mean money. */
export const MONEY_WORDS = 'đồng | đ | vnđ | vnd | việt nam đồng | đồng chẵn | vn đồng';

/** Multipliers after a figure: the value, then its words. "trđ" says money too. */
export const SCALE_WORDS: readonly (readonly [number, string])[] = [
  [1e2, 'trăm'],
  [1e3, 'nghìn | ngàn | k | ngđ | nđ'],
  [1e6, 'triệu | tr | trđ | trd | củ'],
  [1e9, 'tỷ | tỉ'],
];

/** Before or after a figure: it is not exact. The figure is offered without them. */
export const APPROXIMATE_WORDS =
  'khoảng | gần | hơn | trên | ước | ước tính | ước đạt | ước khoảng | chừng | xấp xỉ | tầm | cỡ | độ | ngót | ' +
  'ngót nghét | tối thiểu | ít nhất | không dưới | trở lên | đổ lên | dự ước | khoảng chừng | trên dưới | có lẽ | ' +
  'hình như';

/** What may lead up to a figure without changing it: "Tổng số: 12 lớp", "đã tổ chức được 12 lớp". */
export const LEADING_WORDS =
  'tổng | tổng số | tổng cộng | cộng | số | có | đã | được | là | tổ chức | tổ chức được | mở | mở được | ' +
  'số lượng | sl | gồm | có tất cả | tất cả | toàn bộ | đã tổ chức | đã mở | thực hiện | đạt | với | trao | ' +
  'tặng | tham gia | huy động | thu hút | kinh phí | số tiền';

/** What may follow a counted word without changing the number: "12 lớp tập huấn", "350 lượt người tham gia". */
export const FOLLOWING_WORDS =
  'tham gia | tham dự | dự | tập huấn | bồi dưỡng | học | đào tạo | nghề | đào tạo nghề | dạy nghề | xóa mù chữ | ' +
  'phổ cập | thi | văn nghệ | thể thao | thể dục | sách | truyện | báo | ảnh | các loại | khai mạc | tổ chức | ' +
  'được tổ chức | đã tổ chức | tuyên truyền | sinh hoạt | toàn trường | toàn xã | toàn huyện | chẵn | hưởng ứng | ' +
  'học nghề | chuyên môn | nghiệp vụ | ngoại ngữ | tin học | kỹ năng sống | kỹ năng | pháp luật | ngắn hạn | ' +
  'trong tuần lễ | đã tặng | quyên góp | được khen thưởng | khen thưởng | sách giáo khoa | sách truyện | ' +
  'tại trường | tại xã | lễ khai mạc | tổ chức lễ khai mạc | trực tuyến | trực tiếp | nông thôn | cho | của | ' +
  'cộng đồng | tham quan | thăm quan | nam | nữ | xem | đọc | nghe | giỏi | xã hội | xã hội hóa | tiền mặt | ' +
  'các cấp | vẽ tranh | tìm hiểu | kể chuyện | cấp xã | cấp huyện | cấp tỉnh | cấp trường';

/** Between a quantity of things and one of persons: "12 lớp với 1.640 lượt người". */
export const JOINING_WORDS = 'với | và | cho | cùng | cùng với | có | gồm | thu hút | thu hút được | với tổng số | được';

/** "mỗi suất 500 ngàn": a price for one, not a sum. */
export const EACH_WORDS = 'mỗi | mỗi suất | một suất | trị giá mỗi | mỗi em | mỗi người | mỗi lớp | nhân với | nhân';

/** A cell that only marks: "x", "có". */
export const MARK_WORDS = 'x | v | có | đã có | có tổ chức | đã tổ chức | có thực hiện';

/** What says that there is nothing. The raw text is kept beside the zero. */
export const ZERO_WORDS =
  'không | không có | không phát sinh | không có phát sinh | ko | ko có | ko phát sinh | không tổ chức | ' +
  'không thực hiện | không có gì | không có hoạt động | không có nội dung | không có kinh phí | không kinh phí';
