using System.Text.Json.Nodes;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Tests.Iam;

/// <summary>Requests and policies in short.</summary>
internal static class Requests
{
    public const string Role = "arn:aws:iam::123456789012:role/Reader";

    public const string Table = "arn:aws:dynamodb:us-east-1:123456789012:table/T";

    public static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    public static Caller Session { get; } = new("arn:aws:sts::123456789012:assumed-role/Reader/session", Role);

    public static RequestKeys NoKeys { get; } = new(Ask("a:b"), Now);

    public static AccessRequest Ask(string action, string resource = Table, Caller? caller = null) =>
        new(caller ?? Session, action, resource);

    public static AccessRequest With(this AccessRequest request, string key, params string[] values) =>
        request with { Context = new Dictionary<string, IReadOnlyList<string>> { [key] = values } };

    public static Verdict Decide(this AccessRequest request, string statements, PolicyKind kind = PolicyKind.Identity) =>
        Read(statements, kind).Evaluate(request, new RequestKeys(request, Now));

    public static Policy Read(string statements, PolicyKind kind = PolicyKind.Identity) =>
        Policy.Read(Document(statements), kind, "Stack/Policy (AWS::IAM::Policy)");

    public static JsonNode Document(string statements) =>
        JsonNode.Parse($$"""{ "Version": "2012-10-17", "Statement": [ {{statements}} ] }""")!;
}
