import { h } from './dom.js';
import { strings } from '../strings.js';
import { KEYS } from './reader.js';

const words = strings.help;

/** The list of keyboard shortcuts, behind a button, with the switch that turns them off. */
export class Help {
  button = h('button', { type: 'button', class: 'help', onclick: () => this.open() }, words.button);
  dialog;
  #switch = h('input', { type: 'checkbox', checked: true });

  constructor() {
    const keys = [...Object.entries(KEYS), ['?', 'help'], ['Esc', 'escape']];
    this.dialog = h('dialog', { class: 'shortcuts', 'aria-label': words.heading },
      h('h2', {}, words.heading),
      h('p', {}, words.scope),
      h('dl', {}, ...keys.flatMap(([key, action]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, words.actions[action])])),
      h('label', {}, this.#switch, ' ', words.on),
      h('button', { type: 'button', onclick: () => this.dialog.close() }, words.close));
  }

  /** Whether the reader wants shortcuts. */
  get on() {
    return this.#switch.checked;
  }

  get isOpen() {
    return this.dialog.open;
  }

  open() {
    this.dialog.showModal();
  }
}
