import { greeting } from './greeting.js'

self.onmessage = ({ data }) => self.postMessage(greeting(data))
