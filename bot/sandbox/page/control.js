// The control API, through which this page plays a person.

export class Refusal extends Error {}

export async function control(path, { method = "GET", body, form } = {}) {
  const options = { method };
  if (form) options.body = form;
  else if (body !== undefined) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const answer = await (await fetch(`/control${path}`, options)).json();
  if (!answer.ok) throw new Refusal(answer.description);
  return answer;
}

export const post = async (path, body = {}) =>
  (await control(path, { method: "POST", body })).result;

// Calls back with each thing that happens; tells when the line is lost and found again.
export function follow(after, { happened, lost, found }) {
  const stream = new EventSource(`/control/stream?after=${after}`);
  let broken = false;
  stream.onmessage = (event) => happened(JSON.parse(event.data));
  stream.onerror = () => {
    broken = true;
    lost();
  };
  stream.onopen = () => {
    if (!broken) return;
    // The sandbox may have been started anew, with nothing in it.
    stream.close();
    found();
  };
}
