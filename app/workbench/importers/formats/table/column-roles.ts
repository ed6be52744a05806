import type { TableColumns } from '../../../../../shared/contract.ts'

export type Role = keyof TableColumns

/** What columns are called, without spaces and signs and in lower case, in languages that tables come in. */
const names: Readonly<Record<Role, string>> = {
  text:
    'text fulltext body bodytext content contents article articletext articlebody articlecontent story message post tweet transcript paragraph ' +
    'volltext inhalt artikel artikeltext texte contenu corps texto contenido cuerpo conteúdo conteudo corpo testo contenuto tekst treść inhoud innehåll ' +
    'текст содержание статья тексты зміст стаття النص نص المحتوى متن טקסט תוכן 본문 내용 기사 正文 内容 文章 本文 テキスト metin içerik',
  title:
    'title headline heading subject articletitle titel überschrift schlagzeile titre título titulo titular titolo tytuł rubrik ' +
    'заголовок название назва العنوان عنوان כותרת 제목 标题 標題 題名 タイトル 見出し başlık',
  source:
    'source sourcename publisher publication outlet newspaper site sitename website medium media quelle zeitung éditeur editeur journal fuente fonte źródło bron källa ' +
    'источник издание джерело المصدر منبع מקור 출처 언론사 来源 媒体 来源网站 出典 媒体名 kaynak',
  author:
    'author authors authorname byline writer creator autor autorin auteur autore autorzy författare автор авторы المؤلف الكاتب نویسنده מחבר 기자 저자 작성자 作者 著者 記者 yazar',
  date:
    'date published publishedat publisheddate publicationdate publishdate pubdate datepublished datetime timestamp createdat time datum ' +
    'veröffentlicht datepublication fecha data dataora дата датапубликации التاريخ تاريخ تاریخ תאריך 날짜 일자 日期 发布日期 日付 発行日 tarih',
  url: 'url uri link href permalink webaddress address weburl articleurl lien enlace ссылка посилання الرابط لینک קישור 링크 链接 網址 リンク',
  language:
    'language lang locale languagecode sprache langue idioma lingua język taal språk язык мова اللغة זבان שפה 언어 语言 語言 言語 dil',
}

const roles = new Map(
  Object.entries(names).flatMap(([role, list]) => list.split(' ').map((name) => [name, role])),
)

const all = ['text', 'title', 'source', 'author', 'date', 'url', 'language'] as const

/** What a column is by its name; `null` where the name does not say. */
export function roleOf(name: string): Role | null {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
  const role = roles.get(plain)
  return all.find((each) => each === role) ?? null
}
