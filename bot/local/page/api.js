// The JSON API of the local workspace (its contract is the docstring of bot/local/page_api.py).

/** POSTs JSON; answers the server's object, `ok: false` with an `error` for the person when it cannot be reached. */
export async function post(path, body, unreachable) {
  return ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }, unreachable);
}

/** POSTs a file with the fields of `/ui/upload`. */
export async function upload(fields, unreachable) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined && value !== null) form.append(name, value);
  return ask("/ui/upload", { method: "POST", body: form }, unreachable);
}

/** GETs JSON; undefined parameters are left out. */
export async function get(path, parameters = {}, unreachable = "unreachable") {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null));
  return ask(`${path}?${query}`, { cache: "no-store" }, unreachable);
}

async function ask(address, request, unreachable) {
  try {
    const answer = await fetch(address, request);
    return await answer.json();
  } catch {
    return { ok: false, unreachable: true, error: unreachable };
  }
}

/** Calls `changed(version)` whenever the workspace changed: by Server-Sent Events, by asking every 2 s while those are down. */
export function watch(changed) {
  let poll = null;
  const events = new EventSource("/ui/events");
  events.addEventListener("version", (event) => changed(Number(event.data)));
  events.addEventListener("open", () => {
    clearInterval(poll);
    poll = null;
  });
  events.addEventListener("error", () => {
    poll ??= setInterval(() => changed(null), 2000);
  });
}
