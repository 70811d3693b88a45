/** Server-sent events that outlive breaks: the browser's own reconnecting gives up for good when a server answers with an error. */

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

type Handlers = {
  /** Connected, for the first time or again after a break: what was sent meanwhile has to be asked for. */
  onOpen: () => void;
  /** No connection could be made; another attempt follows. */
  onBreak: () => void;
  events: Readonly<Record<string, (data: string) => void>>;
};

/**
 * Listens to the events of an address for as long as the page is in sight: a browser allows few connections to one host
 * for all its tabs together. Gives back what ends it.
 */
export function listenWhileVisible(address: string, handlers: Handlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = FIRST_PAUSE_MS;

  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const connect = () => {
    close();
    const opened = new EventSource(address);
    source = opened;
    opened.addEventListener("open", () => {
      pauseMs = FIRST_PAUSE_MS;
      handlers.onOpen();
    });
    opened.addEventListener("error", () => {
      if (opened.readyState !== EventSource.CLOSED) return;
      handlers.onBreak();
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
    for (const [name, handle] of Object.entries(handlers.events)) {
      opened.addEventListener(name, (event: MessageEvent<string>) => handle(event.data));
    }
  };
  const follow = () => (document.visibilityState === "visible" ? connect() : close());

  document.addEventListener("visibilitychange", follow);
  follow();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    close();
  };
}
