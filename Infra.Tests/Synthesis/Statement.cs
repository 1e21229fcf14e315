namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>A statement of a policy, in words.</summary>
internal sealed record Statement(string Effect, string Principal,
    IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, string Condition, IReadOnlyList<string> Members)
{
    public static IEnumerable<Statement> Of(JsonNode? document) => document!["Statement"]!.AsArray().Select(Read);

    /// <summary>Every statement that the role has: of its own policies and of those attached to it.</summary>
    public static IEnumerable<Statement> Of(Resource role, Template template) =>
        Documents(role, template).SelectMany(document => Of(document));

    /// <summary>What a role may do on what: <c>s3:GetObject on ${Images.Arn}/*</c>.</summary>
    public override string ToString()
    {
        var condition = Condition.Length > 0 ? $" if {Condition}" : "";
        return $"{(Effect == "Allow" ? "" : $"{Effect} ")}{string.Join(", ", Actions)} on {string.Join(", ", Resources)}{condition}";
    }

    /// <summary>The same with who may: <c>Allow cloudwatch.amazonaws.com sns:Publish on ${Topic} if ...</c>.</summary>
    public string WithPrincipal() => $"{Effect} {Principal} {string.Join(", ", Actions)} on {string.Join(", ", Resources)} if {Condition}";

    private static IEnumerable<JsonNode?> Documents(Resource role, Template template) =>
    [
        .. role.Items("Policies").Select(policy => policy["PolicyDocument"]),
        .. template.OfType("AWS::IAM::Policy").Where(policy => policy.Texts("Roles").Contains(role.Ref))
            .Select(policy => policy["PolicyDocument"]),
    ];

    private static Statement Read(JsonNode? statement) => new(
        (string)statement![nameof(Effect)]!,
        PrincipalOf(statement[nameof(Principal)]),
        Intrinsics.RenderAll(statement["Action"]),
        Intrinsics.RenderAll(statement["Resource"]),
        string.Join(" and ", Conditions(statement[nameof(Condition)])),
        [.. statement.AsObject().Select(member => member.Key)]);

    private static IEnumerable<string> Conditions(JsonNode? condition) =>
        from test in condition?.AsObject() ?? []
        from key in test.Value!.AsObject()
        select $"{test.Key} {key.Key} {Intrinsics.Render(key.Value)}";

    // Anyone is a star by itself, everybody else stands under what he is: AWS, Service, Federated.
    private static string PrincipalOf(JsonNode? principal) => principal is JsonObject kinds
        ? string.Join(", ", kinds.Select(kind => Intrinsics.Render(kind.Value)))
        : Intrinsics.Render(principal);
}
