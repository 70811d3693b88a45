export type Paced = { call: () => void; cancel: () => void };

/** Runs at once, and then at most once in each pause; what is asked for within a pause runs, once, at its end. */
export function paced(run: () => void, pauseMs: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = false;

  const start = () => {
    asked = false;
    timer = setTimeout(end, pauseMs);
    run();
  };
  const end = () => {
    timer = undefined;
    if (asked) start();
  };
  return {
    call: () => {
      if (timer === undefined) start();
      else asked = true;
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
      asked = false;
    },
  };
}
