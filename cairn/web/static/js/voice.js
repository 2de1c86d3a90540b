/**
 * Records a voice note: start, stop, listen, send or drop. Hidden where the browser cannot; a sound file can then be
 * added like any other. Five minutes at most.
 */
const LONGEST = 5 * 60;
const SOUNDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

export class Voice extends (globalThis.HTMLElement ?? Object) {
  connectedCallback() {
    if (!globalThis.MediaRecorder || !navigator.mediaDevices) return;
    this.hidden = false;
    this.addEventListener("click", this);
  }

  disconnectedCallback() {
    this.stop();
  }

  handleEvent(event) {
    const button = event.target.closest("[data-record],[data-stop],[data-drop]");
    if (!button) return;
    if ("record" in button.dataset) this.start();
    else if ("stop" in button.dataset) this.stop();
    else this.drop();
  }

  async start() {
    this.drop();
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.closest("cairn-thread")?.fault(this.dataset.refused);
      return;
    }
    const mimeType = SOUNDS.find((type) => MediaRecorder.isTypeSupported(type));
    this.recorder = new MediaRecorder(this.stream, { mimeType, audioBitsPerSecond: 32_000 });
    const parts = [];
    this.recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
    this.recorder.addEventListener("stop", () => this.review(new Blob(parts, { type: this.recorder.mimeType })));
    this.recorder.start();
    this.show({ record: true, stop: false, review: true });
    this.seconds = 0;
    this.timer = setInterval(() => this.tick(), 1000);
    this.part("stop").focus();
  }

  tick() {
    this.seconds += 1;
    this.part("time").textContent = clock(this.seconds);
    if (this.seconds >= LONGEST) this.stop();
  }

  stop() {
    clearInterval(this.timer);
    if (this.recorder?.state === "recording") this.recorder.stop();
    for (const track of this.stream?.getTracks() ?? []) track.stop();
  }

  review(recording) {
    this.recording = recording;
    this.address = URL.createObjectURL(recording);
    this.querySelector("audio").src = this.address;
    this.show({ record: false, stop: true, review: false });
    this.querySelector("audio").focus();
  }

  drop() {
    this.recording = undefined;
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = undefined;
    this.part("time").textContent = clock(0);
    this.show({ record: false, stop: true, review: true });
  }

  show(hidden) {
    for (const [name, away] of Object.entries(hidden)) this.part(name).hidden = away;
  }

  part(name) {
    return this.querySelector(`[data-${name}]`);
  }
}

/** Seconds as a clock says them. */
export function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

globalThis.customElements?.define("cairn-voice", Voice);
