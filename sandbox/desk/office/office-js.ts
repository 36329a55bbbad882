import { createBridge } from './bridge.ts'
import { officeOf } from './office-object.ts'

/**
 * Stands where a product's page asks for Office's own script: the same names and the same ways of answering, spoken to the desk that frames
 * the page. Only the desk from which this script came is listened to.
 */
const source = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href
const bridge = createBridge({ host: window.parent, own: window, origin: new URL(source).origin })
Object.assign(window, officeOf(bridge))
