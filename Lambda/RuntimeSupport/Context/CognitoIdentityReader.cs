namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Reads <c>Lambda-Runtime-Cognito-Identity</c>.</summary>
internal static class CognitoIdentityReader
{
    public static CognitoIdentity Read(string? header)
    {
        using var json = HeaderJson.Parse(header);
        return json is null
            ? new CognitoIdentity()
            : new CognitoIdentity(
                HeaderJson.Text(json.RootElement, "cognitoIdentityId"), HeaderJson.Text(json.RootElement, "cognitoIdentityPoolId"));
    }
}
