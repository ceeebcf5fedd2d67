import { greeting } from './greeting.js'

const out = document.querySelector('#out')
document.querySelector('#greet').addEventListener('click', () => {
  out.textContent = greeting(document.querySelector('#name').value)
})
const [answer] = await window.api.invoke('echo', '往返')
out.textContent = answer
document.body.dataset.ready = 'yes'
