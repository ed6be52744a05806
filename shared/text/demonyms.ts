const demonyms = new Set(
  (
    'Afghan African Albanian Algerian American Andean Angolan Arab Arabic Argentine Argentinian Armenian Asian ' +
    'Australian Austrian Azerbaijani Bahraini Balkan Baltic Bangladeshi Basque Belarusian Belgian Bolivian Bosnian ' +
    'Brazilian British Bulgarian Burmese Cambodian Cameroonian Canadian Caribbean Catalan Chadian Chechen Chilean ' +
    'Chinese Colombian Congolese Crimean Croatian Cuban Cypriot Czech Danish Dutch Ecuadorian Egyptian English Eritrean ' +
    'Estonian Ethiopian European Filipino Finnish French Georgian German Ghanaian Greek Guatemalan Haitian Honduran ' +
    'Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian ' +
    'Kazakh Kenyan Korean Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian ' +
    'Luxembourgish Macedonian Malaysian Malian Maltese Mauritanian Mexican Moldovan Mongolian Montenegrin Moroccan ' +
    'Mozambican Namibian Nepalese Nepali Nicaraguan Nigerian Nigerien Nordic Norwegian Omani Pakistani Palestinian ' +
    'Panamanian Paraguayan Persian Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Saudi ' +
    'Scandinavian Scottish Senegalese Serbian Sicilian Singaporean Slovak Slovenian Somali Soviet Spanish Sudanese ' +
    'Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Tunisian Turkish Turkmen Ugandan Ukrainian Uruguayan ' +
    'Uzbek Venezuelan Vietnamese Welsh Western Yemeni Zambian Zimbabwean'
  ).split(' '),
)

const quarter = /^(?:North|South|East|West|Central)(?:ern)?(?: |$)/u

/**
 * Whether a name is an adjective of nationality in English (`Russian`, `North Korean`, `Franco-German`), or of what it
 * joins to a participle (`US-led`).
 */
export function isDemonym(name: string): boolean {
  const place = name.replace(quarter, '')
  if (/^\p{Lu}[\p{L}.]*[‐-](?:\p{Ll}+ed|led|run|held|born|built|made)$/u.test(place)) return true
  return demonyms.has(place.split(/[‐-]/u).at(-1) ?? '')
}
