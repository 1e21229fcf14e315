using System.Text.Json.Nodes;

namespace Lexicon.Local.Aws.Api;

/// <summary>One permission that a request needs.</summary>
/// <param name="Action">Such as <c>sqs:SendMessage</c>.</param>
/// <param name="Resource">The ARN of what is acted on.</param>
internal sealed record Permission(string Action, string Resource)
{
    /// <summary>The policy document of the resource, if it has one.</summary>
    public JsonNode? ResourcePolicy { get; init; }

    /// <summary>The service's own condition keys with their values, in addition to those that every request has.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
}
