// The running Lexicon as its readers meet it: the site, the calls of whoever owns the account, and what the console knows of both.

import { AwsClient } from "aws4fetch";
import { print } from "./print.mjs";

/** The reader that every pool of the runner has. */
const DEMO = { name: "demo@example.com", password: "Demo-1234!" };

const POOL = { "Content-Type": "application/x-amz-json-1.1" };
const POLLS = 25; // milliseconds between two looks
const PATIENCE = 60_000;

export class Lexicon {
  #account = new AwsClient({ accessKeyId: "local", secretAccessKey: "local", region: "us-east-1", retries: 0 });
  #tokens = new Map();

  constructor({ site, aws, console: page }) {
    Object.assign(this, { site, endpoint: aws, page });
  }

  /** Sends a request to the site and prints it with its answer; `as` is who sends it, "demo" or another name. */
  async send(method, path, { as, headers = {}, body, isQuiet = false } = {}) {
    const all = { ...headers, ...(body ? { "Content-Type": "application/json" } : {}) };
    if (as) {
      all.Authorization = `Bearer ${await this.#token(as)}`;
    }

    const begun = performance.now();
    const response = await fetch(this.site + path, { method, headers: all, body: body && JSON.stringify(body) });
    const text = await response.text();
    const took = Math.round(performance.now() - begun);
    const answer = { status: response.status, headers: response.headers, text, json: parsed(text), took };
    if (!isQuiet) {
      print.exchange(method, path, all, answer, as);
    }

    return answer;
  }

  /** As `send`, for what a break needs before it begins: it is not printed, and must go well. */
  async make(method, path, options) {
    const answer = await this.send(method, path, { ...options, isQuiet: true });
    if (answer.status >= 300) {
      throw new Error(`${method} ${path} was answered ${answer.status}: ${answer.text}`);
    }

    return answer;
  }

  /** A public glossary of the demo reader. */
  async glossary(title, more = {}) {
    const body = { title, description: "Made by make break.", visibility: "public", ...more };
    return (await this.make("POST", "/api/me/glossaries", { as: "demo", body })).json;
  }

  /** A term in it. */
  async term(glossary, term, definition) {
    const body = { term, definition };
    return (await this.make("POST", `/api/me/glossaries/${glossary.id}/terms`, { as: "demo", body })).json;
  }

  /** Calls a service as whoever owns the account does, by its protocol: path, query and body are the caller's. */
  async call(service, path, options = {}) {
    const response = await this.#account.fetch(this.endpoint + path, { ...options, aws: { service } });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${service} ${path} was answered ${response.status}: ${text}`);
    }

    return text;
  }

  /** The trace of an answer that came through the edge. */
  async trace({ headers }) {
    const id = headers.get("x-amz-cf-id");
    const found = await this.until(async () => (await this.ask("requests?limit=200")).find(
      ({ tags }) => tags["aws.cloudfront.request_id"] === id));
    return found.trace;
  }

  /** Every step of it, when one of them is there that the caller waits for. */
  spans(trace, isThere) {
    return this.until(async () => {
      const spans = await this.ask(`traces/${trace}`);
      return spans.some(isThere) ? spans : null;
    });
  }

  /** What the console has to say. */
  async ask(path) {
    return (await fetch(`${this.page}/api/${path}`)).json();
  }

  /** Looks until there is something. */
  async until(look) {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await look();
      if (found || Date.now() > end) {
        return found;
      }

      await new Promise((done) => setTimeout(done, POLLS));
    }
  }

  /** A name is signed up when it is first used. */
  async #token(who) {
    if (!this.#tokens.has(who)) {
      this.#tokens.set(who, await this.#signIn(who === "demo" ? DEMO : await this.#signUp(who)));
    }

    return this.#tokens.get(who);
  }

  async #signIn({ name, password }) {
    const parameters = { USERNAME: name, PASSWORD: password };
    const { AuthenticationResult } = await this.#pool(
      "InitiateAuth", ({ clientId }) => ({ AuthFlow: "USER_PASSWORD_AUTH", ClientId: clientId, AuthParameters: parameters }));
    return AuthenticationResult.IdToken;
  }

  async #signUp(who) {
    const reader = { name: `${who}-${Date.now()}@example.com`, password: "Break-1234!" };
    const mail = [{ Name: "email", Value: reader.name }];
    await this.#pool("SignUp", ({ clientId }) => (
      { ClientId: clientId, Username: reader.name, Password: reader.password, UserAttributes: mail }));
    await this.#pool("AdminConfirmSignUp", ({ issuer }) => (
      { UserPoolId: issuer.split("/").at(-1), Username: reader.name }));
    return reader;
  }

  async #pool(action, bodyOf) {
    const config = (await this.make("GET", "/config.json")).json;
    const headers = { ...POOL, "X-Amz-Target": `AWSCognitoIdentityProviderService.${action}` };
    const body = JSON.stringify(bodyOf(config));
    return JSON.parse(await this.call("cognito-idp", "/", { method: "POST", headers, body }));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
