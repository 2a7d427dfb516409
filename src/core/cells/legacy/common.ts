/**
 * Frequent syllables, in data: they settle what structure cannot ("líp" could be a word, but "lớp" is one). Only
 * syllables that one encoding can mistake for another are listed; for all others structure decides.
 * Source: the words of the official forms and plans of the Week and of the names of Vietnam's administrative units of 2025.
 */

const LIST =
  'bà bài bàn bàng bá bái bám bán bãi bè bé bên bí bò bó bôi bôn bông bù bú bún búng búp bút bơ bơi bế bị bỏ bố ' +
  'bối bồ bồi bồn bồng bổ bổn bổng bộ bờ cho chà chân chèn chéng chí chó chót chôn chùa chú chúc chúng chũ chơ ' +
  'chơi chơn chưa chống chỗ chờ chủ chức chừng cuộc cà càng cá cái cán cáo cò còn có cô côn công cù cùng cú cúc ' +
  'cún cũ cũng cơ cơi cỏ cốc cốm cống cồn cổ cổng cộng cờ cụ củ cự dài dân dê dòng dõi dù dùng dĩ dũng dơi dụ dụng ' +
  'dừa dự dựa dựng già giàng giá giám giã giò giôn giúp giống giồng giờ gà gái gì gò gòn góc gói góp gõ gọi gồm ' +
  'hoà hoài hoàn hoàng hoá hà hàm hàng há hán hè hé hít hò hòa hòn hóa hóc hôn hùng hút hơn họ học họp hỏi hỏng hố ' +
  'hồ hồi hồn hồng hỗ hộ hộc hộp hủ hỳ khoài khoái khá khái kháng khâm khê khó khóa khôi không khúc khổng khớp kì ' +
  'kí kế loỏng là lài làm lá lái láng lâm lân lãm lãng lèng lê lên lò lòng lóng lô lôn lùa lùng lúc lũm lũng lơ ' +
  'lỏng lống lốp lỗ lỗi lộ lộc lớn lớp lừa lựa mà má máng mã mè mê mìn mít mò móng mô môi môn mông mù mùa mùn mú ' +
  'múa mũ mũi mơ mẹ mẻ mỏ mố mỗ mỗi mộ mộc mộng một mới mỡ mức nghé ngoài ngà ngài ngàn ngân ngã ngãi ngòi ngô ngõ ' +
  'ngũ ngồi ngự nhà nhàn nhân nhã nhè nhé nhì nhóm nhôn nhúm nhơn nhị nhỏ nhớ nhờ nà ná nâm nâng nèn né nén nên ' +
  'nòi nó nói nóng nô nôi nông nùng núa núi nút nơi nốt nổi nỗ nộ nộp nỡ phán phân phép phê phì phìn phí phò phòm ' +
  'phòng phó phông phù phùng phú phúc phún phơi phỏng phố phối phổ phụ phụng pà pàng pù pú púng pơ pồn pờ quà quài ' +
  'quàng quá quán quân quê quí quý quốc quỳ quỹ rà rã rèn rì rí rôn rông rõ rút rơ rơi rịa rồi rồng rỗng rộng rờ ' +
  'soát sà sài sàng sáng sân sê sì sìn sín sò sóc sông súp sĩ sơ sơn sỏ số sống sốp sổ sớm sở sự thàng thái thám ' +
  'tháng thân thêm thì thói thôn thông thù thúc thơ thế thị thố thống thốt thổ thớ thụ thủ thừa toà toàn toán trà ' +
  'tràm tràng trái trâm trân trãi trên trì trí trò tròn trôm trù trùng trúc trị trống trụ trừ tà tài tàng tá tái ' +
  'tám tâm tân tè tên tìm tín típ tòa tó tô tôi tôn tông tùng tú túc túi túp tơ tơi tỏ tố tối tống tốt tồn tổ tổng ' +
  'tộ tới tờ tụ từ từng tự và vài vàm vàng vân vé vì ví vít vò vô vôi võ vùng vĩ vũ vũng vị vỏ vồn với vỡ vụ vừa ' +
  'vựa xoài xoá xà xá xã xé xén xét xí xím xín xóa xóm xô xôi xùa xốp á ái án áng âm ân é ít óc ô ôn ông ý đò đùa ' +
  'đỏ độ đội động ơ ơn ốm ống';

/** Lower case, composed (NFC). */
export const COMMON_SYLLABLES: ReadonlySet<string> = new Set(LIST.split(' '));
