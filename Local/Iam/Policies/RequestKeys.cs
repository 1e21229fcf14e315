using System.Globalization;

namespace Lexicon.Local.Iam.Policies;

/// <summary>
/// The condition keys of one request: what the service gave, and the global keys that IAM itself fills from the principal and the clock
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html). Names compare without case.
/// </summary>
internal sealed class RequestKeys
{
    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gathers the keys of a request.</summary>
    public RequestKeys(AccessRequest request, DateTimeOffset now)
    {
        var caller = request.Caller;
        Set("aws:CurrentTime", now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        Set("aws:EpochTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        Set("aws:RequestedRegion", Account.Region);
        // Nothing here has TLS and everything listens on loopback, which no one can listen in on: policies that demand a
        // secure transport would else forbid everything.
        Set("aws:SecureTransport", "true");
        Set("aws:ResourceAccount", Account.Id);
        Set("aws:ViaAWSService", "false");
        Set("aws:PrincipalIsAWSService", caller.ServicePrincipal is null ? "false" : "true");
        if (caller.ServicePrincipal is { } service)
        {
            Set("aws:PrincipalServiceName", service);
            Set("aws:SourceAccount", Account.Id);
        }
        else if (caller != Caller.Anonymous)
        {
            Set("aws:PrincipalAccount", Account.Id);
            Set("aws:PrincipalArn", caller.RoleArn ?? caller.Arn);
            Set("aws:PrincipalType", caller.RoleArn is null ? "Account" : "AssumedRole");
            Set("aws:userid", caller.UserId);
        }
        else if (TakesAnonymousRequests(request.Action))
        {
            Set("aws:PrincipalType", "Anonymous");
            Set("aws:userid", "anonymous");
        }

        foreach (var (name, values) in caller.Identity?.Keys ?? [])
        {
            _values[name] = values;
        }

        foreach (var (name, value) in request.Context)
        {
            _values[name] = value;
        }
    }

    /// <summary>The values of a key; null when the request does not have it.</summary>
    public IReadOnlyList<string>? Find(string name) => _values.GetValueOrDefault(name);

    // The page of the variables has values for these services alone
    // (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable).
    private static bool TakesAnonymousRequests(string action) =>
        action.Split(':')[0].ToLowerInvariant() is "s3" or "sns" or "sqs";

    private void Set(string name, string value) => _values[name] = [value];
}
