/**
 * A place to drop a file. It says which file was taken, and shows how far the upload is.
 * The form inside or around it works without script; this only watches over it.
 */
import { size } from "#js/size.js";

export class Drop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    this.form = this.input.form;
    for (const name of ["dragenter", "dragover", "dragleave", "drop"]) this.addEventListener(name, this);
    this.input.addEventListener("change", this);
    this.form.addEventListener("submit", this);
  }

  disconnectedCallback() {
    this.form.removeEventListener("submit", this);
  }

  handleEvent(event) {
    this[`on${event.type}`](event);
  }

  ondragenter(event) { this.hover(event, true); }
  ondragover(event) { this.hover(event, true); }
  ondragleave(event) { this.hover(event, this.contains(event.relatedTarget)); }

  ondrop(event) {
    this.hover(event, false);
    if (!event.dataTransfer.files.length) return;
    this.input.files = event.dataTransfer.files;
    this.onchange();
  }

  onchange() {
    const [file] = this.input.files;
    const said = file ? `${file.name} · ${size(file.size, document.documentElement.lang)}` : "";
    this.line("drop__name").textContent = said;
  }

  onsubmit(event) {
    if (!this.input.files.length || event.defaultPrevented) return;
    event.preventDefault();
    this.send(new FormData(this.form, event.submitter));
  }

  send(data) {
    const request = new XMLHttpRequest();
    const bar = document.createElement("progress");
    bar.max = 1;
    bar.setAttribute("aria-label", this.getAttribute("sending") ?? this.line("drop__name").textContent);
    this.line("drop__name").after(bar);
    request.upload.onprogress = ({ loaded, total }) => { bar.value = loaded / total; };
    request.onload = () => this.arrive(request);
    request.onerror = () => { bar.remove(); this.form.submit(); };
    request.open("POST", this.form.action);
    request.send(data);
  }

  /** On to wherever the server sent us; a page with faults takes the place of this one. */
  arrive(request) {
    const moved = new URL(request.responseURL).pathname !== new URL(this.form.action).pathname;
    if (moved && request.status < 400) return location.assign(request.responseURL);
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    document.querySelector("#main").replaceWith(page.querySelector("#main"));
    document.dispatchEvent(new CustomEvent("cairn:swapped"));
    return document.querySelector("[data-focus]")?.focus();
  }

  hover(event, over) {
    event.preventDefault();
    (this.querySelector(".drop") ?? this).classList.toggle("is-over", over);
  }

  line(name) {
    const found = this.querySelector("output") ?? this.querySelector(`.${name}`);
    if (found) return found;
    const made = document.createElement("output");
    made.className = name;
    this.input.after(made);
    return made;
  }
}
customElements.define("cairn-drop", Drop);
