// Requests to the API: tokens, retries, and errors as values of problem.js.

import { Offline, Problem } from "./problem.js";
import { idToken, renewedIdToken } from "./sign-in.js";

const ATTEMPTS = 3;
const LONGEST_WAIT = 5000;

/**
 * Sends a request; what is safe to repeat (reads, and creations with their key) is repeated when the service is busy.
 * @returns {Promise<{data: any, etag: string | null}>}
 */
export async function request(method, path, { body, headers = {}, signal } = {}) {
  const repeatable = method === "GET" || headers["Idempotency-Key"] !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    const response = await send(method, path, body, headers, signal);
    if (response.ok) {
      const text = await response.text();
      return { data: text ? JSON.parse(text) : null, etag: response.headers.get("ETag") };
    }

    const problem = await problemOf(response);
    const busy = problem.status === 429 || problem.status === 502 || problem.status === 503;
    if (!repeatable || !busy || attempt === ATTEMPTS) {
      throw problem;
    }

    await wait(Math.min(LONGEST_WAIT, problem.retryAfter ?? 300 * 2 ** attempt), signal);
  }
}

async function send(method, path, body, headers, signal) {
  const own = path.startsWith("/api/me/");
  const token = own ? await idToken() : null;
  const response = await attempt(method, path, body, headers, signal, token);
  if (!own || response.status !== 401) {
    return response;
  }

  const renewed = token ? await renewedIdToken() : null;
  return renewed ? attempt(method, path, body, headers, signal, renewed) : response;
}

async function attempt(method, path, body, headers, signal, token) {
  const all = { Accept: "application/json", ...headers };
  if (body !== undefined) {
    all["Content-Type"] = "application/json";
  }

  if (token) {
    all.Authorization = `Bearer ${token}`;
  }

  return reach(path, { method, headers: all, body: body === undefined ? undefined : JSON.stringify(body), signal });
}

/** As fetch; that nothing answers is a failure of its own. */
export async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (failure) {
    throw failure.name === "AbortError" ? failure : new Offline();
  }
}

/** The problem that a response is. */
export async function problemOf(response) {
  const text = await response.text();
  const seconds = Number(response.headers.get("Retry-After"));
  try {
    return new Problem(response.status, JSON.parse(text) ?? {}, seconds > 0 ? seconds * 1000 : null);
  } catch {
    return new Problem(response.status, {}, null);
  }
}

function wait(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
