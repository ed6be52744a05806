/** What sentences of one language are made of. Grammar is not the point: scripts, lengths and punctuation are. */
export type Language = {
  /** BCP 47 tag. */
  readonly code: string
  readonly subjects: readonly string[]
  readonly predicates: readonly string[]
  readonly tails: readonly string[]
  readonly said: string
  readonly denied: string
  readonly open: string
  readonly close: string
  readonly stop: string
  readonly space: string
}

const list = (text: string): readonly string[] => text.split(' | ')

const english: Language = {
  code: 'en',
  subjects: list(
    'the harbour authority | the finance ministry | a regional court | the hospital in Łódź | the teachers’ union | the border police | the railway company | an independent inquiry | the city council | the Zürich laboratory',
  ),
  predicates: list(
    'had known of the leak since March | will publish all 1,240 pages of evidence | spent €3.2 million on repairs | never received a written warning | closed two of its five stations | expects fewer delays this winter | has rejected the agreement twice | counted 418 votes by hand',
  ),
  tails: list(
    'which may explain the delay | a sign of how far trust has fallen | though few in the city expected it | and that changes the whole dispute | as it did after the flood of 2013 😀',
  ),
  said: 'said that',
  denied: 'denied that',
  open: '“',
  close: '”',
  stop: '.',
  space: ' ',
}

const ukrainian: Language = {
  code: 'uk',
  subjects: list(
    'міська рада | портова влада | міністерство фінансів | обласний суд | профспілка вчителів',
  ),
  predicates: list(
    'знала про витік із березня | оприлюднить усі 1240 сторінок доказів | витратила 3,2 мільйона на ремонт | двічі відхилила угоду',
  ),
  tails: list('що може пояснити затримку | і це змінює всю суперечку'),
  said: 'заявив, що',
  denied: 'заперечив, що',
  open: '«',
  close: '»',
  stop: '.',
  space: ' ',
}

const arabic: Language = {
  code: 'ar',
  subjects: list('بلدية المدينة | وزارة المالية | سلطة الميناء | محكمة إقليمية | نقابة المعلمين'),
  predicates: list(
    'كانت تعلم بالتسرب منذ مارس | ستنشر كل صفحات الأدلة | أنفقت ثلاثة ملايين على الإصلاح | رفضت الاتفاق مرتين',
  ),
  tails: list('وهو ما قد يفسر التأخير | وهذا يغير الخلاف كله'),
  said: 'قال إن',
  denied: 'نفى أن',
  open: '«',
  close: '»',
  stop: '.',
  space: ' ',
}

const chinese: Language = {
  code: 'zh',
  subjects: list('市议会 | 财政部 | 港务局 | 地方法院 | 教师工会'),
  predicates: list(
    '自三月起就知道泄漏一事 | 将公布全部一千二百四十页证据 | 花费三百二十万用于维修 | 两次拒绝了协议',
  ),
  tails: list('这或许能解释延误的原因 | 这改变了整个争端'),
  said: '表示',
  denied: '否认',
  open: '“',
  close: '”',
  stop: '。',
  space: '',
}

const hindi: Language = {
  code: 'hi',
  subjects: list('नगर परिषद | वित्त मंत्रालय | बंदरगाह प्राधिकरण | क्षेत्रीय न्यायालय | शिक्षक संघ'),
  predicates: list(
    'को मार्च से रिसाव की जानकारी थी | सभी पृष्ठ प्रकाशित करेगा | ने मरम्मत पर तीस लाख खर्च किए | ने समझौते को दो बार ठुकराया',
  ),
  tails: list('जिससे देरी समझ में आती है | और इससे पूरा विवाद बदल जाता है'),
  said: 'ने कहा कि',
  denied: 'ने इनकार किया कि',
  open: '“',
  close: '”',
  stop: '।',
  space: ' ',
}

const others = [ukrainian, arabic, chinese, hindi]

/** English for seven articles of eight, and the others in turn. */
export function languageOf(number: number): Language {
  if (number % 8 !== 7) return english
  return others[Math.floor(number / 8) % others.length] ?? english
}
