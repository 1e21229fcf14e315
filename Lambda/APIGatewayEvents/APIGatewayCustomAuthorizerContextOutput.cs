#nullable disable annotations // Amazon's package says nothing of null, and handlers are written against it.

using System.Globalization;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>Values that a Lambda authorizer hands to the integration: strings, numbers and booleans.</summary>
public class APIGatewayCustomAuthorizerContextOutput : Dictionary<string, object>
{
    /// <summary>The value of <c>stringKey</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"stringKey\"].")]
    public string StringKey
    {
        get => TryGetValue("stringKey", out var value) ? value?.ToString() : null;
        set => this["stringKey"] = value!;
    }

    /// <summary>The value of <c>numKey</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"numKey\"].")]
    public int? NumKey
    {
        get =>
            TryGetValue(
                "numKey", out var value) && int.TryParse(value?.ToString(), CultureInfo.InvariantCulture, out var parsed) ? parsed : null;
        set => this["numKey"] = value!;
    }

    /// <summary>The value of <c>boolKey</c>, a key of AWS's first examples.</summary>
    [Obsolete("Use the indexer: authorizer[\"boolKey\"].")]
    public bool? BoolKey
    {
        get => TryGetValue("boolKey", out var value) && bool.TryParse(value?.ToString(), out var parsed) ? parsed : null;
        set => this["boolKey"] = value!;
    }
}
