import { elementAt, elementsOf, wordsOf, type XmlElement } from '../../xml-source/xml-tree.ts'
import type { Feature, Type } from './type-system.ts'

const namespace = 'http://uima.apache.org/resourceSpecifier'

export function isTypeSystem({ name, namespace: its }: XmlElement): boolean {
  return name === 'typeSystemDescription' && its === namespace
}

/**
 * The types that a descriptor describes
 * (https://uima.apache.org/d/uimaj-current/references.html#ugr.ref.xml.component_descriptor.type_system). Imports of
 * other descriptors are not followed.
 */
export function typesIn(root: XmlElement): readonly Type[] {
  const types = elementAt(root, 'types')
  return (types === null ? [] : elementsOf(types, 'typeDescription')).map((type) => ({
    name: wordsAt(type, 'name'),
    supertype: wordsAt(type, 'supertypeName'),
    features: featuresIn(type),
  }))
}

function featuresIn(type: XmlElement): readonly Feature[] {
  const features = elementAt(type, 'features')
  return (features === null ? [] : elementsOf(features, 'featureDescription')).map((feature) => ({
    name: wordsAt(feature, 'name'),
    range: wordsAt(feature, 'rangeTypeName'),
    shared: wordsAt(feature, 'multipleReferencesAllowed') === 'true',
  }))
}

function wordsAt(element: XmlElement, name: string): string {
  const child = elementAt(element, name)
  return child === null ? '' : wordsOf(child)
}
