using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.Iam.Policies;

namespace Lexicon.Local.Tests.Iam;

public sealed class EvaluationProperties
{
    private const string DenyAll = """{ "Effect": "Deny", "Action": "*", "Resource": "*" }""";
    private const string AllowAll = """{ "Effect": "Allow", "Action": "*", "Resource": "*" }""";

    private static readonly Gen<string> Actions = Gen.Elements("a:*", "a:Read", "a:Write", "b:*", "*");
    private static readonly Gen<string> Resources = Gen.Elements("*", "arn:x:y:z:1:t", "arn:x:y:z:1:u", "arn:x:y:z:1:*");

    private static readonly Arbitrary<List<string>> Policies = (
        from effect in Gen.Elements("Allow", "Deny")
        from action in Actions
        from resource in Resources
        from actionName in Gen.Elements("Action", "NotAction")
        from resourceName in Gen.Elements("Resource", "NotResource")
        select $$"""{ "Effect": "{{effect}}", "{{actionName}}": "{{action}}", "{{resourceName}}": "{{resource}}" }""")
        .ListOf().Select(static statements => statements.ToList()).ToArbitrary();

    private static readonly Arbitrary<(string Action, string Resource)> Questions = (
        from action in Gen.Elements("a:Read", "a:Write", "b:Read")
        from resource in Gen.Elements("arn:x:y:z:1:t", "arn:x:y:z:1:u")
        select (action, resource)).ToArbitrary();

    [Fact]
    public void AddedDeny_AlwaysWins() => Check(static (statements, ask) => Verdict.Deny == ask([.. statements, DenyAll]));

    [Fact]
    public void AddedAllow_NeverRemovesAccess() => Check(static (statements, ask) =>
        ask(statements) != Verdict.Allow || ask([.. statements, AllowAll]) == Verdict.Allow);

    [Fact]
    public void AddedAllow_NeverLiftsADeny() => Check(static (statements, ask) =>
        ask(statements) != Verdict.Deny || ask([.. statements, AllowAll]) == Verdict.Deny);

    [Fact]
    public void RemovedStatement_NeverTurnsNothingIntoAllow() => Check(static (statements, ask) =>
        ask(statements) != Verdict.None || ask(statements[Math.Min(1, statements.Count)..]) == Verdict.None);

    [Fact]
    public void Order_DoesNotMatter() => Check(static (statements, ask) => ask(statements) == ask([.. Enumerable.Reverse(statements)]));

    [Fact]
    public void NoStatement_AllowsNothing() => Check(static (_, ask) => ask([]) == Verdict.None);

    private static void Check(
        Func<List<string>, Func<List<string>, Verdict>, bool> holds) => Prop.ForAll(Policies, Questions, (statements, question) =>
        holds(
            statements,
            policy => Requests.Ask(question.Action, question.Resource).Decide(string.Join(", ", policy)))).QuickCheckThrowOnFailure();
}
