using System.Text.Json.Nodes;

namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>A statement of a policy, in words.</summary>
internal sealed record Statement(
    string Effect,
    string Principal,
    IReadOnlyList<string> Actions,
    IReadOnlyList<string> Resources,
    string Condition)
{
    public static IEnumerable<Statement> Of(JsonNode? document) => document!["Statement"]!.AsArray().Select(Read);

    /// <summary>Every statement that the role has: of its own policies and of those attached to it.</summary>
    public static IEnumerable<Statement> Of(Resource role, Template template) =>
        Documents(role, template).SelectMany(document => Of(document));

    private static IEnumerable<JsonNode?> Documents(Resource role, Template template) =>
    [
        .. role["Policies"]?.AsArray().Select(policy => policy!["PolicyDocument"]) ?? [],
        .. template.OfType("AWS::IAM::Policy")
            .Where(policy => policy.Texts("Roles").Contains($"${{{role.LogicalId}}}"))
            .Select(policy => policy["PolicyDocument"]),
    ];

    private static Statement Read(JsonNode? statement) => new(
        (string)statement![nameof(Effect)]!,
        PrincipalOf(statement[nameof(Principal)]),
        Intrinsics.RenderAll(statement["Action"]),
        Intrinsics.RenderAll(statement["Resource"]),
        string.Join(" and ", Conditions(statement[nameof(Condition)])));

    private static IEnumerable<string> Conditions(JsonNode? condition) =>
        from test in condition?.AsObject() ?? []
        from key in test.Value!.AsObject()
        select $"{test.Key} {key.Key} {Intrinsics.Render(key.Value)}";

    // Anyone is a star by itself, everybody else stands under what he is: AWS, Service, Federated.
    private static string PrincipalOf(JsonNode? principal) => principal is JsonObject kinds
        ? string.Join(", ", kinds.Select(kind => Intrinsics.Render(kind.Value)))
        : Intrinsics.Render(principal);
}
