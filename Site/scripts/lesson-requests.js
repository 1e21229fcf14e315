// The requests of a lesson, as the page has them: the text of an .http file, which Visual Studio and Visual Studio Code send, too:
// https://learn.microsoft.com/aspnet/core/test/http-files. Comments say what is expected and how it is sent:
//
//   # => 200                             this status
//   # => X-Cache: Hit from cloudfront    this header; body.id: a member of the body; * at an end is anything
//   # @name first                        what comes back is {{first.response.headers.ETag}}, {{first.response.body.id}}
//   # @wait 2                            seconds before it is sent
//   # @together 5                        as many at once

const REQUEST = /^(GET|HEAD|POST|PUT|DELETE) (\S+)$/;

export class LessonRequests {
  constructor(text) {
    this.needsSignIn = text.includes("{{token}}");
    this.isLocal = text.includes("X-Lexicon-");
    this.variables = [...text.matchAll(/^@(\w+) = (.*)$/gm)].map(([, name, value]) => [name, value]);
    this.requests = text.split(/^### /m).slice(1).map(read);
  }
}

/** Puts values in place of {{names}}. */
export function fill(text, values) {
  return text.replaceAll(/\{\{([^}]+)\}\}/g, (_, name) => {
    const value = name === "$guid" ? crypto.randomUUID() : values.get(name.toLowerCase());
    if (value === undefined || value === null) {
      throw new Error(`There is no ${name}: an answer before this one was another than expected.`);
    }

    return value;
  });
}

function read(text) {
  const [title, ...lines] = text.trim().split("\n");
  const comments = lines.filter((line) => line.startsWith("# ")).map((line) => line.slice(2));
  const [first, ...rest] = lines.filter((line) => !line.startsWith("# ") && !line.startsWith("@"));
  const [, method, target] = REQUEST.exec(first);
  const end = rest.indexOf("");
  return {
    title,
    method,
    target,
    headers: (end < 0 ? rest : rest.slice(0, end)).map((line) => line.split(/: (.*)/).slice(0, 2)),
    body: end < 0 ? undefined : rest.slice(end + 1).join("\n"),
    expected: comments.filter((line) => line.startsWith("=> ")).map((line) => line.slice(3)),
    name: option(comments, "name"),
    wait: Number(option(comments, "wait") ?? 0),
    together: Number(option(comments, "together") ?? 1),
  };
}

function option(comments, name) {
  return comments.find((line) => line.startsWith(`@${name} `))?.slice(name.length + 2);
}
