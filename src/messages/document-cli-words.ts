/** What the command line says of the Word documents it makes. */
export const DOCUMENT_CLI_WORDS = {
  reportNotDocx: 'Tên tệp sau --report phải kết thúc bằng .docx.',
  reminderNotDocx: 'Tên tệp sau --reminder phải kết thúc bằng .docx.',
  reminderNeedsRoster: 'Để lập công văn đôn đốc cần có danh sách đơn vị: xin thêm --roster TỆP, hoặc --campaign có danh sách.',
  nobodyToRemind: 'Không có đơn vị nào cần đôn đốc nên không lập công văn đôn đốc.',
} as const;
