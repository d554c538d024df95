import { defineProblems } from '@choxa/platform';

/** Expected failures of this lib. */
export const placesProblem = defineProblems({
  'places.file-unreadable': {
    status: 422,
    vi: 'Không đọc được tệp danh mục: tệp phải là CSV mã hóa UTF-8 với các cột bắt buộc.',
    en: 'The list cannot be read: it must be CSV in UTF-8 with the required columns.',
  },
  'places.file-invalid': {
    status: 422,
    vi: 'Danh mục có dòng chưa đúng; chưa có gì được thay đổi.',
    en: 'The list has wrong lines; nothing was changed.',
  },
});
