/** A feature described for a type: its name, range and, for arrays and lists, whether they are shared. */
type Described = readonly [name: string, range: string, shared?: boolean]

export function typeSystemXml(
  types: Readonly<Record<string, readonly [supertype: string, ...features: readonly Described[]]>>,
): string {
  const described = Object.entries(types).map(([name, [supertype, ...features]]) => {
    const parts = features.map(
      ([feature, range, shared]) =>
        `<featureDescription><name>${feature}</name><rangeTypeName>${range}</rangeTypeName>${shared === true ? '<multipleReferencesAllowed>true</multipleReferencesAllowed>' : ''}</featureDescription>`,
    )
    return `<typeDescription><name>${name}</name><supertypeName>${supertype}</supertypeName><features>${parts.join('')}</features></typeDescription>`
  })
  return `<?xml version="1.0"?><typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>${described.join('')}</types></typeSystemDescription>`
}

/** An XMI with elements as they are; `x` is the package `x.y`, `seg` that of DKPro’s tokens. */
export function xmi(...elements: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:tcas="http:///uima/tcas.ecore" xmlns:x="http:///x/y.ecore" xmlns:z="http:///z.ecore" xmlns:none="http:///uima/noNamespace.ecore" xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmlns:meta="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore" xmi:version="2.0">
<cas:NULL xmi:id="0"/>
${elements.join('\n')}
</xmi:XMI>`
}

export function sofaXml(id: number, text: string, view = '_InitialView'): string {
  return `<cas:Sofa xmi:id="${id}" sofaNum="${id}" sofaID="${view}" mimeType="text" sofaString="${text}"/>`
}
