import { t } from '../../shared/language/translate.ts'
import { failure, type Result, success } from '../../shared/result.ts'

const key = 'verbatim.token'

type Tab = {
  readonly location: Pick<Location, 'href'>
  readonly history: Pick<History, 'replaceState'>
  readonly sessionStorage: Pick<Storage, 'getItem' | 'setItem'>
}

/**
 * The browser shell's session token: moved from the address bar, where `verbatim serve` put it, into this tab's
 * session storage, so that it survives a reload but not a screenshot or a copied address.
 */
export function takeSessionToken(tab: Tab): Result<string> {
  const address = new URL(tab.location.href)
  const given = address.searchParams.get('token')
  if (given !== null) {
    address.searchParams.delete('token')
    tab.sessionStorage.setItem(key, given)
    tab.history.replaceState(null, '', address)
  }
  const token = given ?? tab.sessionStorage.getItem(key)
  if (token !== null) return success(token)
  return failure('disconnected', t('store:bridge.noLink'), t('store:bridge.noLinkRemedy'))
}
